package org.mingzhang.bench.solr;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.solr.client.solrj.SolrServerException;

/**
 * Answers questions on standard input until it ends.
 *
 * <p>A question is a letter, a number and a list of strings; an answer is a list of strings. A list
 * is its length and its strings, a string its length in bytes and its UTF-8. The letters: {@code A}
 * add sections (four strings each), {@code C} commit, {@code P} the sections with a phrase, {@code
 * W} those with all words (the number says how many at most), {@code Y} the years, {@code N}
 * nothing, which tells what asking takes.
 */
public final class SolrProcess {
  private SolrProcess() {}

  /** Starts Solr in the folder given and answers. */
  public static void main(String[] args) throws IOException, SolrServerException {
    DataOutputStream answers =
        new DataOutputStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
    System.setOut(System.err);
    DataInputStream questions = new DataInputStream(new BufferedInputStream(System.in, 1 << 16));
    try (SolrSections sections = new SolrSections(Path.of(args[0]))) {
      for (int letter = questions.read(); letter >= 0; letter = questions.read()) {
        int most = questions.readInt();
        write(answers, answer(sections, (char) letter, most, read(questions)));
      }
    }
    System.exit(0);
  }

  private static List<String> answer(
      SolrSections sections, char letter, int most, List<String> strings)
      throws IOException, SolrServerException {
    switch (letter) {
      case 'A' -> sections.add(strings);
      case 'C' -> sections.commit();
      case 'P' -> {
        return sections.phrase(strings.getFirst(), most);
      }
      case 'W' -> {
        return sections.words(strings, most);
      }
      case 'Y' -> {
        return sections.years();
      }
      case 'N' -> {
        return strings;
      }
      default -> throw new IOException("unknown question " + letter);
    }
    return List.of();
  }

  private static List<String> read(DataInputStream in) throws IOException {
    List<String> strings = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      strings.add(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
    }
    return strings;
  }

  private static void write(DataOutputStream out, List<String> strings) throws IOException {
    out.writeInt(strings.size());
    for (String string : strings) {
      byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }
    out.flush();
  }
}
