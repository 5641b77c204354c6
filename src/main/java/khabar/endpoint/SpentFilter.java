package khabar.endpoint;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away at the door whoever has nothing left of its budget and does not say that it is somebody: a refusal that goes
 * through all of access control costs more than a short query, which is what a flood of them lives on. {@link BudgetFilter}
 * decides on all others.
 */
final class SpentFilter extends OncePerRequestFilter {
    private final Accounts accounts;
    private final QueryWatch watch;

    /** @param watch is told of what is turned away, too */
    SpentFilter(Accounts accounts, QueryWatch watch) {
        this.accounts = accounts;
        this.watch = watch;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
            Account account = accounts.of(request);
            Optional<HttpProblem> spent = account.spent();
            if (spent.isPresent()) {
                response.setHeader(QueryId.HEADER, QueryId.of(request));
                Accounts.tell(account, response);
                watch.doFilter(
                        request, response, (asked, answer) -> RefusalAdvice.answer(spent.get(), request, response));
                return;
            }
        }
        chain.doFilter(request, response);
    }
}
