package org.mingzhang.web.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.template.Markup.Tag;

/**
 * Templates in one language, each compiled when it is first filled. Safe on many threads.
 *
 * <p>Texts of the bundle that take no value become part of the markup, so that head and foot of a
 * page are a few strings.
 */
public final class CompiledTemplates {
  private static final Pattern COMMA = Pattern.compile(",");

  /** Characters of a page for which room is made at first. */
  private static final int ROOM = 1 << 16;

  private final Function<String, String> sources;
  private final AttributeParser values;
  private final Map<String, Unit> units = new ConcurrentHashMap<>();

  /** A template: its markup, and what was made of it so far. */
  private record Unit(
      List<Markup> markup,
      Supplier<Piece.Fragment> whole,
      Map<String, Supplier<Piece.Fragment>> fragments) {}

  /**
   * Templates.
   *
   * @param sources gives the source of a template by its name
   * @param words gives a text of the bundle by its key
   */
  public CompiledTemplates(Function<String, String> sources, Function<String, String> words) {
    this.sources = sources;
    this.values = new AttributeParser(words);
  }

  /**
   * Fills a template.
   *
   * @throws Unfit if the template or a value holds what is not understood here
   */
  public String render(String template, Map<String, ?> model) throws Unfit {
    Page page = new Page(ROOM);
    Piece.Fragment whole = unit(template).whole().get();
    if (whole.unfit() != null) {
      throw new Unfit(whole.unfit());
    }
    whole.body().write(page, Scope.of(model));
    return page.toString();
  }

  private Unit unit(String template) {
    Unit known = units.get(template);
    if (known != null) {
      return known;
    }
    List<Markup> markup = new ArrayList<>();
    @Nullable String fault = null;
    try {
      markup.addAll(MarkupParser.parse(sources.apply(template)));
    } catch (Unfit e) {
      fault = String.valueOf(e.getMessage());
    }
    String unfit = fault;
    TemplateCompiler compiler = new TemplateCompiler(template, values, this::fragment);
    Unit made =
        new Unit(
            markup,
            new Once(
                () ->
                    unfit == null
                        ? compiled(List.of(), () -> compiler.all(markup))
                        : new Piece.Fragment(List.of(), new Piece.Fixed(""), unfit)),
            new ConcurrentHashMap<>());
    Unit other = units.putIfAbsent(template, made);
    return other == null ? made : other;
  }

  private Supplier<Piece.Fragment> fragment(String template, String name) {
    Unit unit = unit(template);
    return unit.fragments().computeIfAbsent(name, n -> new Once(() -> fragment(unit, template, n)));
  }

  private Piece.Fragment fragment(Unit unit, String template, String name) {
    Tag tag = find(unit.markup(), name, true);
    Tag named = tag == null ? find(unit.markup(), name, false) : tag;
    if (named == null) {
      return new Piece.Fragment(List.of(), new Piece.Fixed(""), template + " :: " + name);
    }
    TemplateCompiler compiler = new TemplateCompiler(template, values, this::fragment);
    String signature = named.value("th:fragment");
    List<String> parameters = signature == null ? List.of() : parameters(signature);
    return compiled(parameters, () -> compiler.once(named));
  }

  /** The names between the parentheses of {@code name(a, b)}. */
  private static List<String> parameters(String signature) {
    int open = signature.indexOf('(');
    return open < 0
        ? List.of()
        : COMMA
            .splitAsStream(signature.substring(open + 1, signature.length() - 1))
            .map(String::strip)
            .toList();
  }

  private static @Nullable Tag find(List<Markup> markup, String name, boolean fragment) {
    for (Markup each : markup) {
      if (each instanceof Tag tag) {
        String signature = tag.value("th:fragment");
        boolean same =
            fragment
                ? signature != null && signature.replaceFirst("\\(.*", "").strip().equals(name)
                : tag.name().equals(name);
        Tag found = same ? tag : find(tag.children(), name, fragment);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private interface Making {
    Piece make() throws Unfit;
  }

  private static Piece.Fragment compiled(List<String> parameters, Making making) {
    try {
      return new Piece.Fragment(parameters, making.make(), null);
    } catch (Unfit e) {
      return new Piece.Fragment(parameters, new Piece.Fixed(""), String.valueOf(e.getMessage()));
    }
  }

  /** A fragment made when it is first asked for, perhaps by two threads at once. */
  private static final class Once implements Supplier<Piece.Fragment> {
    private final Supplier<Piece.Fragment> making;
    private volatile Piece.@Nullable Fragment made;

    Once(Supplier<Piece.Fragment> making) {
      this.making = making;
    }

    @Override
    public Piece.Fragment get() {
      Piece.Fragment known = made;
      if (known == null) {
        known = making.get();
        made = known;
      }
      return known;
    }
  }
}
