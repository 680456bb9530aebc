package org.mingzhang.web.template;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables that an expression sees: those of the page and those defined around it. */
public interface Scope {
  /** The value of a variable, null where there is none. */
  @Nullable Object get(String name);

  /** The variables of a page. */
  static Scope of(Map<String, ?> model) {
    return model::get;
  }

  /** This scope with one more variable, which hides an older one of the same name. */
  default Scope with(String name, @Nullable Object value) {
    return new Local(this, name, value);
  }

  /**
   * A scope with a variable of its own.
   *
   * @param outer where all other variables are
   * @param name name of its own variable
   * @param value value of its own variable
   */
  record Local(Scope outer, String name, @Nullable Object value) implements Scope {
    @Override
    public @Nullable Object get(String wanted) {
      Scope at = this;
      while (at instanceof Local local) {
        if (local.name.equals(wanted)) {
          return local.value;
        }
        at = local.outer;
      }
      return at.get(wanted);
    }
  }
}
