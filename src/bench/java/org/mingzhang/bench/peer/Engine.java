package org.mingzhang.bench.peer;

import java.io.IOException;
import java.util.List;
import org.mingzhang.bench.corpus.BenchDocument;

/** An engine that holds sections and finds strings in them. */
public interface Engine extends AutoCloseable {
  /** Its name in the report. */
  String name();

  /** Takes the sections of documents in. */
  void add(List<BenchDocument> documents) throws Exception;

  /** Makes what was taken in ready to be searched. */
  void finish() throws Exception;

  /** Bytes on disk. */
  long bytes() throws Exception;

  /** Ids of sections that contain a string, at most so many. */
  List<String> phrase(String phrase, int most) throws Exception;

  /** Ids of sections with all of these words, best first where the engine ranks. */
  List<String> words(List<String> words, int most) throws Exception;

  /** How many fiscal years the sections have, by counting the sections of each. */
  int years() throws Exception;

  /** Milliseconds that asking takes by itself, where the engine is another process; else 0. */
  default double asking() throws Exception {
    return 0;
  }

  /** Rounds that do not count before those that do; more where its code is not compiled yet. */
  default int warmUps() {
    return 1;
  }

  @Override
  void close() throws IOException;
}
