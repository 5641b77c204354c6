package khabar.browse;

import java.util.Locale;
import java.util.Map;
import khabar.store.Queries;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SearchController {
    private final Pages pages;
    private final Search search;

    SearchController(Pages pages, Queries queries) {
        this.pages = pages;
        this.search = new Search(queries);
    }

    /** @param address words ({@code q}), a value of each {@link Facet}, {@code from}, {@code to}, {@code order}, {@code page} */
    @GetMapping(Asked.PATH)
    String search(@RequestParam Map<String, String> address, Locale locale, Model model) {
        model.addAttribute("page", search.page(pages, locale, address));
        return "search";
    }
}
