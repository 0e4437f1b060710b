package org.entente.node.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import org.entente.node.store.Paged;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Which page of a list an address asks for: {@code ?page=2}; programs may say {@code &size=} too.
 * What is no number means the first page.
 */
final class PageArgument implements HandlerMethodArgumentResolver {
  private static final String NUMBER = "[0-9]{1,9}";

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Paged.Wanted.class;
  }

  @Override
  public Paged.Wanted resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest asked = request.getNativeRequest(HttpServletRequest.class);
    boolean program = asked != null && asked.getRequestURI().startsWith("/api/");
    return new Paged.Wanted(
        number(request.getParameter("page"), 1),
        program ? number(request.getParameter("size"), Paged.MOST) : Paged.SIZE);
  }

  private static int number(@Nullable String text, int otherwise) {
    return text != null && text.matches(NUMBER) ? Integer.parseInt(text) : otherwise;
  }
}
