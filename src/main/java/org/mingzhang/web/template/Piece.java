package org.mingzhang.web.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A piece of a compiled template, which writes its part of a page. Immutable. */
sealed interface Piece {
  /** Name under which the value of a {@code th:switch} is kept; no expression can ask for it. */
  String SWITCH = " switch";

  /** Writes it. */
  void write(Page page, Scope scope) throws Unfit;

  /**
   * The same on every page.
   *
   * @param markup the markup
   */
  record Fixed(String markup) implements Piece {
    @Override
    public void write(Page page, Scope scope) {
      page.markup(markup);
    }
  }

  /**
   * A value as text.
   *
   * @param value the value
   */
  record Text(Expression value) implements Piece {
    @Override
    public void write(Page page, Scope scope) throws Unfit {
      page.text(string(value.evaluate(scope)));
    }
  }

  /**
   * A value that is markup already.
   *
   * @param value the value
   */
  record Raw(Expression value) implements Piece {
    @Override
    public void write(Page page, Scope scope) throws Unfit {
      page.markup(string(value.evaluate(scope)));
    }
  }

  /**
   * An attribute.
   *
   * @param name its name
   * @param value its value
   * @param kept whether it is written even if it is empty
   */
  record Attribute(String name, Expression value, boolean kept) implements Piece {
    @Override
    public void write(Page page, Scope scope) throws Unfit {
      String text = string(value.evaluate(scope));
      if (kept || !text.isEmpty()) {
        page.markup(" " + name + "=\"");
        page.text(text);
        page.markup("\"");
      }
    }
  }

  /**
   * An attribute that is there or not.
   *
   * @param name its name
   * @param value whether it is there
   */
  record Flag(String name, Expression value) implements Piece {
    @Override
    public void write(Page page, Scope scope) throws Unfit {
      if (holds(value.evaluate(scope))) {
        page.markup(" " + name + "=\"" + name + "\"");
      }
    }
  }

  /**
   * The attribute {@code class} with one more name.
   *
   * @param written names it has in any case, or null
   * @param more the other name, or nothing
   */
  record Classes(@Nullable String written, Expression more) implements Piece {
    @Override
    public void write(Page page, Scope scope) throws Unfit {
      String added = string(more.evaluate(scope));
      if (written != null || !added.isEmpty()) {
        page.markup(" class=\"" + (written == null ? "" : written));
        page.markup(written == null || added.isEmpty() ? "" : " ");
        page.text(added);
        page.markup("\"");
      }
    }
  }

  /**
   * One after the other.
   *
   * @param pieces the pieces
   */
  record Sequence(List<Piece> pieces) implements Piece {
    @Override
    public void write(Page page, Scope scope) throws Unfit {
      for (Piece piece : pieces) {
        piece.write(page, scope);
      }
    }
  }

  /**
   * Something for each of several values.
   *
   * @param variable name of the value
   * @param state name of the state of the loop
   * @param values the values: a collection, a map's entries, an array, or one
   * @param between white space between two
   * @param body what is written for each
   */
  record Loop(String variable, String state, Expression values, String between, Piece body)
      implements Piece {
    @Override
    public void write(Page page, Scope scope) throws Unfit {
      Collection<?> all = collection(values.evaluate(scope));
      int index = 0;
      for (Object value : all) {
        if (index > 0) {
          page.markup(between);
        }
        LoopState now = new LoopState(index, all.size());
        body.write(page, scope.with(state, now).with(variable, value));
        index++;
      }
    }

    private static Collection<?> collection(@Nullable Object values) {
      return switch (values) {
        case null -> List.of();
        case Collection<?> several -> several;
        case Map<?, ?> map -> map.entrySet();
        case Object[] array -> Arrays.asList(array);
        case Iterable<?> several -> {
          List<Object> copy = new ArrayList<>();
          several.forEach(copy::add);
          yield copy;
        }
        default -> List.of(values);
      };
    }
  }

  /**
   * Something that is written on a condition.
   *
   * @param condition the condition
   * @param wanted whether it must hold or must not
   * @param body what is written
   */
  record Condition(Expression condition, boolean wanted, Piece body) implements Piece {
    @Override
    public void write(Page page, Scope scope) throws Unfit {
      if (holds(condition.evaluate(scope)) == wanted) {
        body.write(page, scope);
      }
    }
  }

  /**
   * Something with a variable of its own.
   *
   * @param name the variable
   * @param value its value
   * @param body what is written
   */
  record Local(String name, Expression value, Piece body) implements Piece {
    @Override
    public void write(Page page, Scope scope) throws Unfit {
      body.write(page, scope.with(name, value.evaluate(scope)));
    }
  }

  /**
   * One of the cases of a {@code th:switch}; its values exclude each other.
   *
   * @param value value of the case
   * @param body what is written
   */
  record Case(Expression value, Piece body) implements Piece {
    @Override
    public void write(Page page, Scope scope) throws Unfit {
      if (Objects.equals(scope.get(SWITCH), value.evaluate(scope))) {
        body.write(page, scope);
      }
    }
  }

  /**
   * A fragment, compiled when it is first needed, since fragments hold themselves.
   *
   * @param fragment the fragment
   * @param values values of its parameters
   */
  record Call(Supplier<Fragment> fragment, List<Expression> values) implements Piece {
    @Override
    public void write(Page page, Scope scope) throws Unfit {
      Fragment called = fragment.get();
      if (called.unfit() != null || called.parameters().size() != values.size()) {
        throw new Unfit("a fragment: " + called.unfit());
      }
      Scope inner = scope;
      for (int i = 0; i < values.size(); i++) {
        inner = inner.with(called.parameters().get(i), values.get(i).evaluate(scope));
      }
      called.body().write(page, inner);
    }
  }

  /**
   * A fragment that is the value of a variable.
   *
   * @param variable the variable
   */
  record Content(Expression variable) implements Piece {
    @Override
    public void write(Page page, Scope scope) throws Unfit {
      if (!(variable.evaluate(scope) instanceof Fragment fragment)) {
        throw new Unfit("no fragment");
      }
      if (fragment.unfit() != null) {
        throw new Unfit(fragment.unfit());
      }
      fragment.body().write(page, scope);
    }
  }

  /**
   * A compiled fragment.
   *
   * @param parameters names of its parameters
   * @param body what is written
   * @param unfit what of it was not understood, or null
   */
  record Fragment(List<String> parameters, Piece body, @Nullable String unfit) {}

  private static String string(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  /** What counts as true for Thymeleaf, as far as pages have such values. */
  private static boolean holds(@Nullable Object value) throws Unfit {
    return switch (value) {
      case null -> false;
      case Boolean truth -> truth;
      default -> throw new Unfit("not a condition");
    };
  }
}
