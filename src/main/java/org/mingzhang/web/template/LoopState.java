package org.mingzhang.web.template;

/**
 * Where a loop is.
 *
 * @param index 0-based place
 * @param size how often it runs
 */
record LoopState(int index, int size) {
  /** A property as templates name it. */
  Object property(String name) throws Unfit {
    return switch (name) {
      case "index" -> index;
      case "count" -> index + 1;
      case "size" -> size;
      case "first" -> index == 0;
      case "last" -> index == size - 1;
      case "even" -> index % 2 == 1;
      case "odd" -> index % 2 == 0;
      default -> throw new Unfit(name);
    };
  }
}
