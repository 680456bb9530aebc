package org.mingzhang.bench.peer;

import java.io.IOException;
import java.util.List;
import org.mingzhang.bench.corpus.BenchDocument;

/** A search engine under comparison. */
public interface Engine extends AutoCloseable {
  /** Its name in the report. */
  String name();

  /** Adds the sections of documents. */
  void add(List<BenchDocument> documents) throws Exception;

  /** Makes the added sections searchable. */
  void finish() throws Exception;

  /** Bytes on disk. */
  long bytes() throws Exception;

  /** Ids of sections that contain a string, up to a limit. */
  List<String> phrase(String phrase, int most) throws Exception;

  /** Ids of sections with all of these words, best first if the engine ranks. */
  List<String> words(List<String> words, int most) throws Exception;

  /** How many fiscal years the sections have, by counting the sections of each. */
  int years() throws Exception;

  /** Overhead of a query in milliseconds if the engine is another process; 0 otherwise. */
  default double asking() throws Exception {
    return 0;
  }

  /** Number of warm-up rounds. */
  default int warmUps() {
    return 1;
  }

  @Override
  void close() throws IOException;
}
