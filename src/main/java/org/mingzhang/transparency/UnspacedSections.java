package org.mingzhang.transparency;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mingzhang.model.Section;
import org.mingzhang.model.Topic;
import org.mingzhang.text.TypographicSpaceRemover;

/**
 * The sections of a document, prepared for finding required items: titles, texts and paragraphs
 * without white space and quotation marks, by the index of the section. Not thread-safe, since
 * paragraphs are created on first access.
 */
final class UnspacedSections {
  /** Minimum length, in UTF-16 units, of a text that counts as content. */
  private static final int MIN_CONTENT_LENGTH = 8;

  private static final Pattern TABLE_TITLE = Pattern.compile("表(?:[(（][^()（）]*[)）])?$");

  /** Path of the text before the first heading. */
  private static final String PREFACE_PATH = "0";

  private static final String QUOTATION_MARKS = "“”\"'‘’";

  private final List<Section> sections;
  private final List<String> titles = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final List<List<String>> paragraphs = new ArrayList<>();

  /** Number of sections with content before each section. */
  private final int[] contentCountBefore;

  /** For each section the index after its last subsection. */
  private final int[] subsectionEnds;

  /** Sections of the glossary and annexes, which do not count as disclosure. */
  private final Set<Integer> nonDisclosingSections = new HashSet<>();

  UnspacedSections(List<Section> sections) {
    this.sections = sections;
    this.subsectionEnds = subsectionEnds(sections);
    this.contentCountBefore = new int[sections.size() + 1];
    for (int i = 0; i < sections.size(); i++) {
      titles.add(removeSpacesAndQuotes(sections.get(i).title()));
      String text = sections.get(i).text();
      texts.add(removeSpacesAndQuotes(text));
      contentCountBefore[i + 1] =
          contentCountBefore[i] + (text.strip().length() >= MIN_CONTENT_LENGTH ? 1 : 0);
      Topic topic = sections.get(i).topic();
      boolean separated = topic == Topic.GLOSSARY || topic == Topic.ANNEX;
      if (separated && !nonDisclosingSections.contains(i)) {
        IntStream.range(i, subsectionEnds[i]).forEach(nonDisclosingSections::add);
      }
    }
  }

  int size() {
    return sections.size();
  }

  Section section(int index) {
    return sections.get(index);
  }

  String title(int index) {
    return titles.get(index);
  }

  String text(int index) {
    return texts.get(index);
  }

  /** Whether a section counts as disclosure: it is neither in the glossary nor in an annex. */
  boolean countsAsDisclosure(int index) {
    return !nonDisclosingSections.contains(index);
  }

  /** For each section the index after its last subsection. */
  private static int[] subsectionEnds(List<Section> sections) {
    int[] ends = new int[sections.size()];
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < sections.size(); i++) {
      while (!open.isEmpty() && sections.get(open.peek()).level() >= sections.get(i).level()) {
        ends[open.pop()] = i;
      }
      open.push(i);
    }
    open.forEach(i -> ends[i] = sections.size());
    return ends;
  }

  /** A text without white space, also no-break and ideographic spaces, and quotation marks. */
  static String removeSpacesAndQuotes(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!TypographicSpaceRemover.isSpace(c) && QUOTATION_MARKS.indexOf(c) < 0) {
        plain.append(c);
      }
    }
    return plain.length() == text.length() ? text : plain.toString();
  }

  /** Whether a section or one below it has content. */
  boolean hasText(int index) {
    return contentCountBefore[subsectionEnds[index]] > contentCountBefore[index];
  }

  /** The unspaced paragraphs of a section, each after the title of the section and a colon. */
  List<String> paragraphs(int index) {
    while (paragraphs.size() <= index) {
      int i = paragraphs.size();
      paragraphs.add(
          sections.get(i).body().stream()
              .filter(Section.Paragraph.class::isInstance)
              .map(part -> titles.get(i) + "：" + removeSpacesAndQuotes(part.text()))
              .toList());
    }
    return paragraphs.get(index);
  }

  /** Whether a section is the form of an item, by its title. */
  boolean isForm(int index, DisclosureItem item) {
    return !nonDisclosingSections.contains(index)
        && isTitleOfTable(titles.get(index))
        && item.isTitleOfForm(titles.get(index));
  }

  /** Whether a title ends with 表, with or without a remark in brackets after it. */
  static boolean isTitleOfTable(String title) {
    return TABLE_TITLE.matcher(title).find();
  }

  /** Index of the section with this path; -1 if there is none. */
  int indexOf(String path) {
    return IntStream.range(0, sections.size())
        .filter(i -> sections.get(i).path().equals(path))
        .findFirst()
        .orElse(-1);
  }

  /**
   * Whether a section describes the agency: by its topic, or as the text before the first heading.
   */
  boolean describesAgency(int index) {
    Section section = sections.get(index);
    return section.topic() == Topic.OVERVIEW || section.path().equals(PREFACE_PATH);
  }

  List<Section.TablePart> tables(int index) {
    return sections.get(index).body().stream()
        .filter(Section.TablePart.class::isInstance)
        .map(Section.TablePart.class::cast)
        .toList();
  }
}
