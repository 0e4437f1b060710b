package org.entente.node.web.frame;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.entente.node.officers.Officers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What pages and API share. */
@Configuration(proxyBeanMethods = false)
class WebWiring implements WebMvcConfigurer {
  private final Officers officers;
  private final TypedText typedText;

  WebWiring(Officers officers, TypedText typedText) {
    this.officers = officers;
    this.typedText = typedText;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new OfficerArgument(officers));
    resolvers.add(new PageArgument());
  }

  @Override
  public void addInterceptors(InterceptorRegistry interceptors) {
    interceptors.addInterceptor(new Addresses());
    interceptors.addInterceptor(typedText);
  }

  /** Before all other filters: those for encodings and methods read bodies as well. */
  @Bean
  static FilterRegistrationBean<BeforeSignIn> beforeSignIn() {
    FilterRegistrationBean<BeforeSignIn> first = new FilterRegistrationBean<>(new BeforeSignIn());
    first.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return first;
  }

  /** The colour, the occasion and the emblem of the house. */
  @Bean
  static Appearance appearance(
      @Value("${entente.folder}") Path folder,
      @Value("${entente.appearance.accent:BLUE}") Appearance.Accent accent,
      @Value("${entente.appearance.occasion:OPERATION}") Appearance.Occasion occasion)
      throws IOException {
    return new Appearance(accent, occasion, Appearance.emblem(folder));
  }

  @Bean
  static WebDoor webDoor(
      @Value("${entente.proxy:}") String proxy,
      @Value("${entente.proxy-header:X-Forwarded-For}") String header) {
    return new WebDoor(WebDoor.proxy(proxy, header));
  }

  @Bean
  static MessageSource messageSource() {
    ResourceBundleMessageSource bundles = new ResourceBundleMessageSource();
    bundles.setBasenames(Sentences.BUNDLES.toArray(String[]::new));
    bundles.setDefaultEncoding("UTF-8");
    bundles.setFallbackToSystemLocale(false);
    bundles.setAlwaysUseMessageFormat(true);
    return bundles;
  }

  @Bean
  static Sentences sentences(MessageSource messageSource) {
    return Sentences.of(messageSource);
  }
}
