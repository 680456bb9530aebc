package org.mingzhang.web.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.address.Language;
import org.mingzhang.web.template.CompiledTemplates;
import org.mingzhang.web.template.Unfit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.IMessageResolver;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.AbstractConfigurableTemplateResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.FileTemplateResolver;

/**
 * The pages' Thymeleaf templates with our words. Those packed with the program are compiled and
 * filled by {@link CompiledTemplates}; those of a folder, which may change, and those that were not
 * understood there by Thymeleaf itself. Safe on many threads.
 */
public final class Templates {
  private static final Logger LOG = LoggerFactory.getLogger(Templates.class);

  private final Messages messages;
  private final UnaryOperator<String> traditional;
  private final @Nullable Path folder;
  private final Map<Language, CompiledTemplates> compiled = new EnumMap<>(Language.class);
  private volatile @Nullable TemplateEngine engine;

  /**
   * Sets the templates up.
   *
   * @param messages the words
   * @param traditional simplified text to traditional
   * @param folder folder read anew for every page, or null for the templates packed with the
   *     program, which are kept
   */
  public Templates(Messages messages, UnaryOperator<String> traditional, @Nullable Path folder) {
    this.messages = messages;
    this.traditional = traditional;
    this.folder = folder;
    for (Language language : Language.values()) {
      compiled.put(
          language, new CompiledTemplates(Templates::packed, key -> messages.get(language, key)));
    }
  }

  private static String packed(String template) {
    String resource = "/templates/" + template + ".html";
    try (InputStream in = Templates.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the program is packed without " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }

  /** Fills a template. */
  public String render(String template, Language language, Map<String, ?> model) {
    String html = simplified(template, language, model);
    return language.traditional()
        ? TraditionalPage.of(html, traditional, language.throughout())
        : html;
  }

  private String simplified(String template, Language language, Map<String, ?> model) {
    CompiledTemplates own = compiled.get(language);
    if (folder == null && own != null) {
      try {
        return own.render(template, model);
      } catch (Unfit e) {
        LOG.debug("{} is left to Thymeleaf: {}", template, e.getMessage());
      }
    }
    return engine().process(template, new Context(language.locale(), new HashMap<>(model)));
  }

  /** Thymeleaf, which is rarely needed and takes its time to get ready. */
  private TemplateEngine engine() {
    TemplateEngine known = engine;
    if (known == null) {
      known = thymeleaf();
      engine = known;
    }
    return known;
  }

  private TemplateEngine thymeleaf() {
    AbstractConfigurableTemplateResolver resolver =
        folder == null ? new ClassLoaderTemplateResolver() : new FileTemplateResolver();
    resolver.setPrefix(folder == null ? "templates/" : folder.toAbsolutePath() + "/");
    resolver.setSuffix(".html");
    resolver.setTemplateMode(TemplateMode.HTML);
    resolver.setCharacterEncoding("UTF-8");
    resolver.setCacheable(folder == null);
    StandardDialect dialect = new StandardDialect();
    dialect.setVariableExpressionEvaluator(new PathEvaluator());
    TemplateEngine thymeleaf = new TemplateEngine();
    thymeleaf.setDialect(dialect);
    thymeleaf.setTemplateResolver(resolver);
    thymeleaf.setMessageResolver(new Resolver(messages));
    return thymeleaf;
  }

  private record Resolver(Messages messages) implements IMessageResolver {
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
