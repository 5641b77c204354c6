package khabar.browse;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The language of the pages around the data: what the address asks for ({@code ?lang=ar}), else what was asked for
 * before (a cookie), else the first that the browser prefers, else English.
 */
final class InterfaceLanguage implements LocaleResolver {
    static final String PARAMETER = "lang";
    static final String COOKIE = "khabar-lang";
    static final List<Locale> OFFERED = List.of(Locale.ENGLISH, Locale.of("ar"));

    private static final Set<String> RIGHT_TO_LEFT =
            Set.of("ar", "fa", "he", "ur", "ps", "ckb", "sd", "yi", "dv", "ug");

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return offered(request.getParameter(PARAMETER))
                .or(() -> Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                        .map(Cookie::getValue)
                        .flatMap(InterfaceLanguage::offered))
                .orElseGet(() -> preferred(request.getHeader("Accept-Language")));
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language is chosen by address or cookie");
    }

    static Optional<Locale> offered(@Nullable String tag) {
        return OFFERED.stream()
                .filter(locale -> locale.getLanguage().equals(tag))
                .findFirst();
    }

    static String direction(String tag) {
        String language = tag.split("-", 2)[0].toLowerCase(Locale.ROOT);
        return RIGHT_TO_LEFT.contains(language) ? "rtl" : "ltr";
    }

    private static Locale preferred(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return Locale.ENGLISH;
        }
        try {
            return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(header), OFFERED))
                    .orElse(Locale.ENGLISH);
        } catch (IllegalArgumentException unreadable) {
            return Locale.ENGLISH;
        }
    }

    /** All names of languages in the order in which a reader of this one is served. */
    static List<String> order(Locale locale) {
        String first = locale.getLanguage();
        return List.copyOf(Arrays.asList(first, first.equals("ar") ? "en" : "ar"));
    }
}
