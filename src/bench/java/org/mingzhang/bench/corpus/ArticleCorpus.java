package org.mingzhang.bench.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Section;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.Topic;

/**
 * A corpus of the text files of a folder, split at articles (第…条) and headings. After the last file
 * they are repeated as slightly edited versions.
 */
public final class ArticleCorpus implements Corpus {
  private static final Pattern BEGIN =
      Pattern.compile("\\*{0,2}(第[一二三四五六七八九十百千零〇]{1,9}条|#{1,6}\\s).*");
  private static final int FIRST_YEAR = 2015;
  private static final int YEARS = 10;
  private static final int LONGEST = 4000;

  private final Path folder;
  private final List<List<String>> files = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  /**
   * Reads a folder.
   *
   * @throws IOException if a file cannot be read, or none has two articles
   */
  public ArticleCorpus(Path folder) throws IOException {
    this.folder = folder;
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).filter(this::isText).sorted().toList()) {
        List<String> articles = articles(Files.readAllLines(file));
        if (articles.size() > 1) {
          files.add(articles);
          names.add(String.valueOf(file.getFileName()).replaceAll("\\.\\w+$", ""));
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (files.isEmpty()) {
      throw new IOException("no text with articles in " + folder);
    }
  }

  private boolean isText(Path file) {
    return file.toString().matches(".*\\.(txt|md)");
  }

  private static List<String> articles(List<String> lines) {
    List<String> articles = new ArrayList<>();
    StringBuilder article = new StringBuilder();
    for (String line : lines) {
      if (BEGIN.matcher(line).matches() || article.length() > LONGEST) {
        add(articles, article);
      }
      article.append(line.replace("*", "").strip()).append('\n');
    }
    add(articles, article);
    return articles;
  }

  private static void add(List<String> articles, StringBuilder article) {
    String text = article.toString().strip();
    if (!text.isEmpty()) {
      articles.add(text);
    }
    article.setLength(0);
  }

  @Override
  public String name() {
    return "articles of " + folder.getFileName();
  }

  @Override
  public BenchDocument document(int number) {
    int file = number % files.size();
    int edition = number / files.size();
    String name = names.get(file);
    List<Section> sections = new ArrayList<>();
    for (String article : files.get(file)) {
      sections.add(section(sections.size() + 1, article, edition));
    }
    DocumentMetadata metadata =
        new DocumentMetadata(
            edition == 0 ? name : name + "（第" + edition + "次修订）",
            false,
            null,
            null,
            FIRST_YEAR + number % YEARS,
            Category.OTHER,
            null,
            List.of());
    SourceDocument source =
        new SourceDocument(name, String.format("%064x", number), "text/plain", 1, 1, null);
    Disclosure disclosure =
        new Disclosure(
            source, metadata, sections, List.of(), List.of(), List.of(), List.of(), List.of());
    return new BenchDocument(
        "article-" + number,
        disclosure,
        IntStream.range(0, sections.size()).mapToObj(i -> "s" + i).toList());
  }

  private static Section section(int place, String article, int edition) {
    int end = article.indexOf('\n');
    String first = end < 0 ? article : article.substring(0, end);
    String title = first.substring(0, Math.min(20, first.length()));
    String body = edition == 0 ? article : article + "\n本条经第" + edition + "次修订。";
    return new Section(
        Integer.toString(place),
        "",
        title,
        1,
        Topic.OTHER,
        1,
        false,
        true,
        List.of(new Section.Paragraph(1, body)));
  }
}
