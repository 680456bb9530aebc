package org.mingzhang.bench.peer;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.mingzhang.bench.corpus.BenchDocument;
import org.mingzhang.model.Section;
import org.mingzhang.text.SearchNormalizer;

/**
 * Solr with a field of character bigrams, embedded in a separate process because it needs another
 * version of Lucene ({@code src/bench-solr}). Queries are sent through pipes; this overhead is part
 * of every figure and is returned by {@link #asking}.
 */
final class SolrEngine implements Engine {
  private static final Path PROJECT = Path.of("src/bench-solr/pom.xml");
  private static final Path BUILT = Path.of("target/bench-solr");
  private static final int PORTION = 500;
  private static final int EMPTY_QUESTIONS = 400;

  private final Path folder;
  private final Process process;
  private final DataOutputStream questions;
  private final DataInputStream answers;

  private SolrEngine(Path folder, Process process) {
    this.folder = folder;
    this.process = process;
    this.questions =
        new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
    this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
  }

  /**
   * Builds and starts it.
   *
   * @throws IOException if Maven cannot get Solr, which is told in target/bench-solr/build.log
   */
  static SolrEngine start(Path folder) throws IOException {
    String classPath = classPath();
    Files.createDirectories(folder);
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx1g",
                "-Dfile.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "--add-modules",
                "jdk.incubator.vector",
                "-cp",
                classPath,
                "org.mingzhang.bench.solr.SolrProcess",
                folder.toString())
            .redirectError(
                ProcessBuilder.Redirect.to(BUILT.resolve("solr.log").toAbsolutePath().toFile()))
            .start();
    SolrEngine engine = new SolrEngine(folder, process);
    engine.ask('N', 0, List.of());
    return engine;
  }

  private static String classPath() throws IOException {
    Files.createDirectories(BUILT);
    Process maven =
        new ProcessBuilder("mvn", "-B", "-q", "-f", PROJECT.toString(), "process-classes")
            .redirectErrorStream(true)
            .redirectOutput(BUILT.resolve("build.log").toFile())
            .start();
    try {
      if (!maven.waitFor(10, TimeUnit.MINUTES) || maven.exitValue() != 0) {
        maven.destroyForcibly();
        throw new IOException("Maven could not get Solr (target/bench-solr/build.log)");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while Maven got Solr", e);
    }
    return BUILT.resolve("classes")
        + System.getProperty("path.separator")
        + Files.readString(BUILT.resolve("classpath")).strip();
  }

  private List<String> ask(char letter, int most, List<String> strings) throws IOException {
    questions.writeByte(letter);
    questions.writeInt(most);
    questions.writeInt(strings.size());
    for (String string : strings) {
      byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
      questions.writeInt(bytes.length);
      questions.write(bytes);
    }
    questions.flush();
    List<String> answer = new ArrayList<>();
    for (int left = answers.readInt(); left > 0; left--) {
      answer.add(new String(answers.readNBytes(answers.readInt()), StandardCharsets.UTF_8));
    }
    return answer;
  }

  /** Median milliseconds of a question that has nothing to be searched, with ten ids as answer. */
  @Override
  public double asking() throws IOException {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      ids.add("document-" + i + "/section-" + i);
    }
    double[] millis = new double[EMPTY_QUESTIONS];
    for (int i = 0; i < millis.length; i++) {
      long begin = System.nanoTime();
      ask('N', 0, ids);
      millis[i] = (System.nanoTime() - begin) / 1e6;
    }
    java.util.Arrays.sort(millis);
    return millis[millis.length / 2];
  }

  /** The others have been warmed in this virtual machine; this one begins in a new one. */
  @Override
  public int warmUps() {
    return 12;
  }

  @Override
  public String name() {
    return "Solr 9.10.1 CJK";
  }

  @Override
  public void add(List<BenchDocument> documents) throws IOException {
    List<String> fields = new ArrayList<>();
    for (BenchDocument document : documents) {
      String year = String.valueOf(document.disclosure().metadata().year());
      for (int i = 0; i < document.sectionIds().size(); i++) {
        Section section = document.disclosure().sections().get(i);
        fields.add(document.id() + "/" + document.sectionIds().get(i));
        fields.add(year);
        fields.add(SearchNormalizer.fold(section.fullText()));
        fields.add(section.fullText());
        if (fields.size() >= 4 * PORTION) {
          ask('A', 0, fields);
          fields.clear();
        }
      }
    }
    ask('A', 0, fields);
  }

  @Override
  public void finish() throws IOException {
    ask('C', 0, List.of());
  }

  @Override
  public long bytes() throws IOException {
    return Folders.bytes(folder.resolve("sections/data/index"));
  }

  @Override
  public List<String> phrase(String phrase, int most) throws IOException {
    return ask('P', most, List.of(phrase));
  }

  @Override
  public List<String> words(List<String> words, int most) throws IOException {
    return ask('W', most, words);
  }

  @Override
  public int years() throws IOException {
    return ask('Y', 0, List.of()).size();
  }

  @Override
  public void close() throws IOException {
    questions.close();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
    answers.close();
  }
}
