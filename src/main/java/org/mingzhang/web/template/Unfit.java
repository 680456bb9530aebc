package org.mingzhang.web.template;

/** Says that Thymeleaf must do it: a template or a value holds what is not understood here. */
public final class Unfit extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * With what was not understood.
   *
   * @param what the piece of a template, for whoever writes templates
   */
  public Unfit(String what) {
    super(what, null, false, false);
  }
}
