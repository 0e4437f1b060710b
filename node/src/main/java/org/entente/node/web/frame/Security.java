package org.entente.node.web.frame;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import org.entente.node.act.Right;
import org.entente.node.officers.AccessTokens;
import org.entente.node.officers.Officers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;

/**
 * Who may reach what. Pages: sign-in with a session, CSRF tokens, a policy without inline script or
 * style. API: access tokens, no session. Everything else is closed.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class Security {
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  @Bean
  @Order(1)
  SecurityFilterChain apiDoor(HttpSecurity http, AccessTokens tokens, InstantSource clock)
      throws Exception {
    return http.securityMatcher("/api/**", "/actuator/**")
        .csrf(csrf -> csrf.disable()) // No cookie is looked at here, so none can be misused.
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.disable())
        .addFilterBefore(new TokenFilter(tokens, clock), UsernamePasswordAuthenticationFilter.class)
        .authorizeHttpRequests(who ->
            who.requestMatchers(HttpMethod.POST, "/api/v1/tokens")
                .permitAll()
                .requestMatchers("/api/v1/openapi.json", "/actuator/health/**")
                .permitAll()
                .requestMatchers("/actuator/**")
                .hasAnyAuthority(any(Right.READ_FIGURES))
                .anyRequest()
                .authenticated())
        .exceptionHandling(e ->
            e.authenticationEntryPoint((request, response, fault) ->
                    problem(response, 401, "token-missing", "Send a valid access token."))
                .accessDeniedHandler((request, response, fault) ->
                    problem(response, 403, "role-missing", "Your role does not permit it.")))
        .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY)))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain pageDoor(
      HttpSecurity http,
      Officers officers,
      InstantSource clock,
      TypedText typedText,
      @Value("${server.servlet.session.cookie.secure:false}") boolean secure)
      throws Exception {
    return http.authenticationProvider(new PasswordSignIn(officers, clock))
        .addFilterBefore(new SessionFilter(officers, clock), CsrfFilter.class)
        // The token of an upload lies inside its multipart body, which is read after sign-in was
        // checked and not before; FormToken looks at it there.
        .csrf(csrf ->
            csrf.csrfTokenRepository(new FormTokens(secure))
                .ignoringRequestMatchers(BeforeSignIn.UPLOADS.toArray(String[]::new)))
        // Where a stranger wanted to go is kept in a cookie; a session begins with the sign-in.
        .requestCache(cache -> cache.requestCache(new CookieRequestCache()))
        .authorizeHttpRequests(who ->
            who.requestMatchers(
                    "/sign-in",
                    "/assets/**",
                    "/favicon.ico",
                    "/error",
                    "/language",
                    SessionFilter.NEWS,
                    SessionFilter.LISTENING,
                    SessionFilter.SAYING)
                .permitAll()
                // A board has a sign-in of its own, which opens nothing else.
                .requestMatchers("/duty/board", "/duty/board/**")
                .permitAll()
                .requestMatchers("/officers/**")
                .hasAnyAuthority(any(Right.KEEP_ACCOUNTS))
                // An approver may be the second person who confirms an answer.
                .requestMatchers("/oversight/answers/*", "/oversight/answers/*/confirmation")
                .hasAnyAuthority(any(Right.CONFIRM_ANSWERS))
                .requestMatchers("/oversight/**")
                .hasAnyAuthority(any(Right.OVERSEE))
                .requestMatchers("/ledger/**")
                .hasAnyAuthority(any(Right.READ_LEDGER))
                .requestMatchers("/steps/**", "/partners/**")
                .hasAnyAuthority(any(Right.READ_STEPS))
                .requestMatchers("/damaged-files/**")
                .hasAnyAuthority(any(Right.READ_DAMAGED_FILES))
                .requestMatchers("/duty/**")
                .hasAnyAuthority(any(Right.KEEP_WATCH))
                .requestMatchers("/measures/**", "/calls/**")
                .hasAnyAuthority(any(Right.READ_MEASURES))
                .requestMatchers("/log-stops/**", "/lost-messages/**")
                .hasAnyAuthority(any(Right.READ_LOG_STOPS))
                .requestMatchers("/records/**")
                .hasAnyAuthority(any(Right.SEARCH_RECORDS))
                .requestMatchers("/checks/**")
                .hasAnyAuthority(any(Right.READ_CHECKS, Right.READ_OFFERS, Right.READ_CHECK_LISTS))
                .requestMatchers(
                    "/account/**", "/agreements/**", "/unsent/**", "/search", "/design", "/")
                .authenticated()
                .requestMatchers(
                    "/cases/**",
                    "/board",
                    "/requests/**",
                    "/informations/**",
                    "/consents/**",
                    "/messages/**",
                    "/attachments/**",
                    "/reviews/**",
                    "/review-steps/**",
                    "/notices/**",
                    "/matters/**")
                .hasAnyAuthority(any(Right.READ_CASES))
                .anyRequest()
                .denyAll())
        .exceptionHandling(e -> e.accessDeniedHandler(typedText))
        .formLogin(form ->
            form.loginPage("/sign-in")
                .usernameParameter("login")
                .passwordParameter("password")
                .defaultSuccessUrl("/", false)
                .failureHandler((request, response, fault) ->
                    response.sendRedirect(
                        switch (fault) {
                          case LockedException held -> "/sign-in?held";
                          case AuthenticationServiceException busy -> "/sign-in?busy";
                          default -> "/sign-in?denied";
                        })))
        .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
        .headers(headers ->
            headers
                .contentSecurityPolicy(csp -> csp.policyDirectives(POLICY))
                .referrerPolicy(r -> r.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(p -> p.policy("camera=(), microphone=(), geolocation=()")))
        .build();
  }

  /** As {@link SignedIn} grants them; asked anew at each click. */
  private static String[] any(Right... rights) {
    return Arrays.stream(rights).map(Right::name).toArray(String[]::new);
  }

  private static void problem(HttpServletResponse response, int status, String code, String detail)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/problem+json");
    response
        .getOutputStream()
        .write(
            String.format(
                    Locale.ROOT,
                    "{\"type\":\"urn:entente:problem:%s\",\"title\":\"%s\",\"status\":%d,"
                        + "\"detail\":\"%s\"}",
                    code,
                    code,
                    status,
                    detail)
                .getBytes(StandardCharsets.UTF_8));
  }
}
