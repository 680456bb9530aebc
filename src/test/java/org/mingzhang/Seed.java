package org.mingzhang;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;

/**
 * Seeds of the tests with random data. A build takes the same ones each time, so that it tells of
 * the change and of nothing else; {@code ./mingzhang torture random} runs these tests on fresh
 * ones. {@code -Dmingzhang.seed=N} repeats a run, {@code -Dmingzhang.seed=random} draws anew.
 */
public final class Seed {
  private static final String PROPERTY = "mingzhang.seed";

  private Seed() {}

  /** The seed of the calling method or class: fixed by its name unless the property says more. */
  public static long next() {
    String asked = System.getProperty(PROPERTY, "");
    if (asked.equals("random")) {
      return System.nanoTime();
    }
    return asked.isEmpty() ? ofCaller() : Long.parseLong(asked);
  }

  private static long ofCaller() {
    StackFrame caller =
        StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE)
            .walk(frames -> frames.skip(2).findFirst())
            .orElseThrow();
    return caller.getClassName().hashCode() * 31L + caller.getMethodName().hashCode();
  }
}
