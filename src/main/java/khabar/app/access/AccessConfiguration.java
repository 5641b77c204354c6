package khabar.app.access;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import khabar.ingest.Token;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Two chains: what changes something or tells of the server is for those who are let in; the rest is public. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
public class AccessConfiguration {
    private static final String FILTER = "springSecurityFilterChain";
    /** After the container's own filters, before all of ours but the headers. */
    private static final int ORDER = -100;

    /** What can be sent by a form of a page, and so by a page of anybody's. */
    private static final RequestMatcher FORMS = request ->
            request.getMethod().equals("POST") && !request.getRequestURI().equals("/sparql");

    /** What readers hold to be wrong is not published. */
    private static final String[] NOTES = {"/notes", "/notes/**", "/page/notes", "/page/notes/**"};

    /** Looked up only: the hashes are those of the settings, and none is made anew when somebody signs in. */
    @Bean
    UserDetailsService userDetails(Users users) {
        return new InMemoryUserDetailsManager(
                users.users().stream().map(User::details).toList())::loadUserByUsername;
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return Passwords.encoder();
    }

    @Bean
    FailedSignIns failedSignIns(Clock clock) {
        return new FailedSignIns(clock);
    }

    @Bean
    Challenge challenge(FailedSignIns failures) {
        return new Challenge(failures);
    }

    /** The API and what is told of the server: no forms, no cookies, so no tokens against foreign forms either. */
    @Bean
    @Order(1)
    SecurityFilterChain guarded(HttpSecurity http, Token token, FailedSignIns failures, Challenge challenge)
            throws Exception {
        return common(http.securityMatcher("/api", "/api/**", "/actuator/**"), token, failures, challenge)
                .addFilterBefore(new OwnSite(), Doorkeeper.class)
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(ask -> ask.requestMatchers("/api/openapi.json", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/prometheus")
                        .authenticated()
                        .requestMatchers("/actuator/**")
                        .permitAll()
                        .anyRequest()
                        .hasAuthority(User.Role.EDITOR.name()))
                .build();
    }

    /** Everything else may be read by everybody; who signs in is known by name. */
    @Bean
    @Order(2)
    SecurityFilterChain open(HttpSecurity http, Token token, FailedSignIns failures, Challenge challenge)
            throws Exception {
        return common(http, token, failures, challenge)
                .csrf(csrf -> csrf.csrfTokenRepository(new CookieCsrfTokenRepository())
                        .requireCsrfProtectionMatcher(FORMS))
                .authorizeHttpRequests(ask -> ask.requestMatchers(NOTES)
                        .hasAuthority(User.Role.EDITOR.name())
                        .anyRequest()
                        .permitAll())
                .build();
    }

    private static HttpSecurity common(HttpSecurity http, Token token, FailedSignIns failures, Challenge challenge)
            throws Exception {
        return http.addFilterBefore(new Doorkeeper(token, failures, challenge), BasicAuthenticationFilter.class)
                .httpBasic(basic -> basic.authenticationEntryPoint(challenge))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(challenge).accessDeniedHandler(challenge))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Those of every answer are set once, for pages and data alike; caching is each answer's own affair.
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable);
    }

    /** A method that is not offered is to hear 405 and what is. */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        return firewall;
    }

    @Bean
    DelegatingFilterProxyRegistrationBean accessFilter() {
        DelegatingFilterProxyRegistrationBean filter = new DelegatingFilterProxyRegistrationBean(FILTER);
        filter.setOrder(ORDER);
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
        return filter;
    }
}
