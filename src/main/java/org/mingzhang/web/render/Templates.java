package org.mingzhang.web.render;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.address.Language;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.IMessageResolver;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.AbstractConfigurableTemplateResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.FileTemplateResolver;
import org.unbescape.html.HtmlEscape;

/** The Thymeleaf engine with the templates and messages of the portal. Thread-safe. */
public final class Templates {
  /** Initial size of the buffer, enough for most pages. */
  private static final int INITIAL_BUFFER_SIZE = 1 << 16;

  /**
   * Buffer size of the writer. Set explicitly, because the default buffer on a virtual thread is
   * small and has to grow repeatedly.
   */
  private static final int BUFFER_SIZE = 8192;

  private final TemplateEngine engine = new TemplateEngine();
  private final UnaryOperator<String> toTraditional;

  /**
   * Configures the engine.
   *
   * @param messages the texts
   * @param toTraditional converts simplified characters to traditional ones
   * @param folder folder of templates that are read again for every page, or null for the templates
   *     packaged with the program, which are cached
   */
  public Templates(Messages messages, UnaryOperator<String> toTraditional, @Nullable Path folder) {
    this.toTraditional = toTraditional;
    AbstractConfigurableTemplateResolver resolver =
        folder == null ? new ClassLoaderTemplateResolver() : new FileTemplateResolver();
    resolver.setPrefix(folder == null ? "templates/" : folder.toAbsolutePath() + "/");
    resolver.setSuffix(".html");
    resolver.setTemplateMode(TemplateMode.HTML);
    resolver.setCharacterEncoding("UTF-8");
    resolver.setCacheable(folder == null);
    StandardDialect dialect = new StandardDialect();
    dialect.setVariableExpressionEvaluator(new TemplateExpressionEvaluator());
    engine.setDialect(dialect);
    engine.setTemplateResolver(resolver);
    engine.setMessageResolver(new MessageResolver(messages));
  }

  /**
   * Loads static tables of the engine, such as the names of HTML characters, which would otherwise
   * delay the first page. May be called on another thread during the start.
   */
  public static void preloadEngineTables() {
    HtmlEscape.escapeHtml4Xml("<");
    TemplateEngine engine = new TemplateEngine();
    engine.setDialect(new StandardDialect());
    engine.getConfiguration();
  }

  /** Renders a template in UTF-8, converted to traditional characters if the language asks so. */
  public byte[] render(String template, Language language, Map<String, ?> model) {
    Context context = new Context(language.locale(), new HashMap<>(model));
    if (language.isTraditional()) {
      String html = engine.process(template, context);
      return TraditionalHtmlConverter.convert(html, toTraditional, language.convertsThroughout())
          .getBytes(StandardCharsets.UTF_8);
    }
    ByteArrayOutputStream page = new ByteArrayOutputStream(INITIAL_BUFFER_SIZE);
    Writer encoded = new OutputStreamWriter(page, StandardCharsets.UTF_8);
    Writer writer = new BufferedWriter(encoded, BUFFER_SIZE);
    engine.process(template, context, writer);
    try {
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return page.toByteArray();
  }

  /** Provides Thymeleaf with the messages of the portal. */
  private record MessageResolver(Messages messages) implements IMessageResolver {
    @Override
    public String getName() {
      return "messages";
    }

    @Override
    public Integer getOrder() {
      return 0;
    }

    @Override
    public String resolveMessage(
        ITemplateContext context, Class<?> origin, String key, Object[] values) {
      Language language =
          context.getLocale().equals(Language.ENGLISH.locale())
              ? Language.ENGLISH
              : Language.CHINESE;
      return messages.get(language, key, values == null ? new Object[0] : values);
    }

    @Override
    public String createAbsentMessageRepresentation(
        ITemplateContext context, Class<?> origin, String key, Object[] values) {
      throw new IllegalArgumentException("no text " + key);
    }
  }
}
