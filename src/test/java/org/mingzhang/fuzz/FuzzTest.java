package org.mingzhang.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every input kept is read again, and some random ones: {@code mingzhang.fuzz.runs} for each
 * target, from the seed {@code mingzhang.fuzz.seed}. For many, see {@code ./mingzhang fuzz}.
 */
class FuzzTest {
  private static final Duration LONGEST = Duration.ofSeconds(60);

  @TestFactory
  Stream<DynamicTest> what_once_failed_is_read() {
    return FuzzTargets.all().entrySet().stream()
        .flatMap(target -> kept(target.getKey()).stream().map(file -> replay(target, file)));
  }

  private static DynamicTest replay(Map.Entry<String, FuzzTarget> target, Path file) {
    return DynamicTest.dynamicTest(
        target.getKey() + " " + file.getFileName(),
        () ->
            assertTimeoutPreemptively(
                LONGEST, () -> target.getValue().read(Files.readAllBytes(file))));
  }

  @TestFactory
  Stream<DynamicTest> every_target_has_inputs_and_reads_random_changes_of_them() {
    int runs = Integer.getInteger("mingzhang.fuzz.runs", 100);
    long seed = Long.getLong("mingzhang.fuzz.seed", System.nanoTime());
    return FuzzTargets.all().entrySet().stream()
        .map(
            target ->
                DynamicTest.dynamicTest(
                    target.getKey() + ", seed " + seed,
                    () -> readMany(target.getKey(), target.getValue(), runs, new Random(seed))));
  }

  private static void readMany(String name, FuzzTarget target, int runs, Random random)
      throws IOException {
    List<byte[]> inputs = FuzzInputs.of(FuzzInputs.FOLDER.resolve(name));
    assertThat(inputs).as("inputs of %s", name).isNotEmpty();
    Mutator mutator = new Mutator(random, inputs);
    for (int i = 0; i < runs; i++) {
      byte[] input = mutator.next();
      try {
        assertTimeoutPreemptively(LONGEST, () -> target.read(input));
      } catch (Throwable finding) {
        throw new AssertionError(name + " fails on " + HexFormat.of().formatHex(input), finding);
      }
    }
  }

  private static List<Path> kept(String target) {
    try {
      return FuzzInputs.files(FuzzInputs.FOLDER.resolve(target));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
