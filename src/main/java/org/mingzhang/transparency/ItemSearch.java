package org.mingzhang.transparency;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Section;
import org.mingzhang.model.Topic;
import org.mingzhang.text.ReaderNotes;

/** Looks for items in one document. Made for one document, used by one thread. */
final class ItemSearch {
  /** Warnings of pictures of tables, which stand in the text where they are. */
  private static final Pattern PICTURE = Pattern.compile("^(?:tables? |a table ).*picture");

  private static final Pattern TABLE = Pattern.compile("表(?:[(（][^()（）]*[)）])?$");

  /** Originals of these types are the very file that was published, not a copy of its text. */
  private static final Set<String> ORIGINALS =
      Set.of(
          "application/pdf",
          "application/ofd",
          "application/msword",
          "application/rtf",
          "application/vnd.oasis.opendocument.text",
          "application/vnd.oasis.opendocument.spreadsheet",
          "application/vnd.ms-excel",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  /** Pages at the beginning that may have nothing but a cover and the contents. */
  private static final int FRONT = 3;

  /** Shortest text that says something. */
  private static final int SOME_TEXT = 8;

  private static final Pattern AMOUNT = Pattern.compile("\\d[\\d,.]*(?:万|亿|百万|千)?元");
  private static final Pattern NONE = Pattern.compile("无|没有|未安排|未发生|不涉及|空表");
  private static final String BETWEEN = "[^，。；、,;\\d]{0,24}\\d[\\d,.]*(?:万|亿|百万|千)?元";

  private static final String LEFT_OUT = " \t\n\u000b\f\r“”\"'‘’";

  /** A word with an amount right behind it, by word. */
  private static final Map<String, Pattern> AMOUNTS = new ConcurrentHashMap<>();

  private final Disclosure disclosure;
  private final List<Section> sections;
  private final List<String> titles = new ArrayList<>();

  /** Text of each section, and how many sections before each have some. */
  private final List<String> texts = new ArrayList<>();

  private final List<List<String>> paragraphs = new ArrayList<>();

  private final int[] worded;
  private final int[] ends;
  private final Set<Integer> elsewhere = new HashSet<>();
  private final boolean whole;
  private final TitledTables titled;

  ItemSearch(Disclosure disclosure) {
    this.disclosure = disclosure;
    this.sections = disclosure.sections();
    this.titled = new TitledTables(sections, disclosure.tables());
    this.ends = ends(sections);
    this.worded = new int[sections.size() + 1];
    for (int i = 0; i < sections.size(); i++) {
      titles.add(plain(sections.get(i).title()));
      String text = sections.get(i).text();
      texts.add(plain(text));
      worded[i + 1] = worded[i] + (text.strip().length() >= SOME_TEXT ? 1 : 0);
      Topic topic = sections.get(i).topic();
      boolean apart = topic == Topic.GLOSSARY || topic == Topic.ANNEX;
      if (apart && !elsewhere.contains(i)) {
        IntStream.range(i, ends[i]).forEach(elsewhere::add);
      }
    }
    this.whole = readAsAWhole();
  }

  /** For each section the index behind the last section below it. */
  private static int[] ends(List<Section> sections) {
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

  /** A text without white space and quotation marks. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (LEFT_OUT.indexOf(c) < 0) {
        plain.append(c);
      }
    }
    return plain.length() == text.length() ? text : plain.toString();
  }

  /** Whether what was not seen is not in the document. */
  boolean whole() {
    return whole;
  }

  private boolean readAsAWhole() {
    if (!ORIGINALS.contains(disclosure.source().mediaType())
        || disclosure.source().ocr() != null
        || !disclosure.warnings().stream().allMatch(PICTURE.asPredicate())
        || sections.stream().anyMatch(this::hidesForm)) {
      return false;
    }
    Set<Integer> seen = new HashSet<>();
    for (Section section : sections) {
      seen.add(section.page());
      for (Section.Part part : section.body()) {
        seen.add(part.page());
        if (part instanceof Section.TablePart table) {
          seen.addAll(table.rowPages());
        }
      }
    }
    boolean pictures =
        IntStream.rangeClosed(FRONT + 1, disclosure.source().pages())
            .anyMatch(page -> !seen.contains(page));
    return !pictures && !formsWithoutGrid();
  }

  /**
   * Whether a picture of a table stands where it may be one of the forms: anywhere but alone under
   * the title of another table.
   */
  private boolean hidesForm(Section section) {
    return section.text().contains(ReaderNotes.PICTURE_TABLE)
        && (!TABLE.matcher(section.title()).find()
            || !section.text().replace(ReaderNotes.PICTURE_TABLE, "").isBlank()
            || DisclosureItem.of(disclosure.metadata().category()).stream()
                .filter(item -> item.kind() == DisclosureItem.Kind.FORM)
                .anyMatch(item -> item.named(plain(section.title()))));
  }

  /** Titles of forms under which no table was read: it may have been a picture. */
  private boolean formsWithoutGrid() {
    return DisclosureItem.of(disclosure.metadata().category()).stream()
        .filter(item -> item.kind() == DisclosureItem.Kind.FORM)
        .anyMatch(
            item ->
                IntStream.range(0, sections.size())
                    .anyMatch(i -> isForm(i, item) && grids(i).isEmpty()));
  }

  Checklist.Answer answer(DisclosureItem item) {
    return switch (item.kind()) {
      case FRONT -> front(item);
      case HEADING -> found(item, heading(item));
      case FORM -> form(item);
      case AMOUNT -> amount(item);
      case PART -> part(item);
    };
  }

  /** What reading the file has noted; records of earlier versions do not say. */
  private Checklist.Answer front(DisclosureItem item) {
    return disclosure.metadata().evidence().stream()
        .filter(evidence -> evidence.field().equals(item.id()))
        .findFirst()
        .map(
            evidence ->
                evidence.page() > 0
                    ? new Checklist.Answer(item, ItemState.DISCLOSED, -1, evidence.page())
                    : missing(item))
        .orElseGet(() -> new Checklist.Answer(item, ItemState.UNDECIDED, -1, 0));
  }

  private Checklist.Answer found(DisclosureItem item, int index) {
    return index < 0 ? missing(item) : at(item, ItemState.DISCLOSED, index);
  }

  private Checklist.Answer missing(DisclosureItem item) {
    boolean notSeen = whole && !mentioned(item);
    return new Checklist.Answer(item, notSeen ? ItemState.NOT_SEEN : ItemState.UNDECIDED, -1, 0);
  }

  /** What is named anywhere may be disclosed in words that are not known here. */
  private boolean mentioned(DisclosureItem item) {
    return IntStream.range(0, sections.size())
        .filter(i -> !elsewhere.contains(i))
        .anyMatch(i -> names(item, i));
  }

  /** Whether a text without white space may be about an item; what shuts it out is passed over. */
  private boolean names(DisclosureItem item, int index) {
    String text = titles.get(index) + "。" + texts.get(index);
    return switch (item.kind()) {
      case PART -> item.namedApart(text) || (!grids(index).isEmpty() && item.hasColumn(text));
      case FORM -> item.formNamed(text);
      case FRONT -> false;
      case HEADING, AMOUNT -> item.namedAnywhere(text);
    };
  }

  private Checklist.Answer at(DisclosureItem item, ItemState state, int index) {
    return new Checklist.Answer(item, state, index, sections.get(index).page());
  }

  /** A section that is called so and has text itself or below it; -1 if there is none. */
  private int heading(DisclosureItem item) {
    for (int i = 0; i < sections.size(); i++) {
      boolean own = item.id().equals("glossary") || !elsewhere.contains(i);
      if (own && item.named(titles.get(i)) && !titles.get(i).endsWith("表") && hasText(i)) {
        return i;
      }
    }
    return -1;
  }

  private boolean hasText(int index) {
    return worded[ends[index]] > worded[index];
  }

  /**
   * The first section one of whose paragraphs, with its heading before it, is such; -1 for none.
   */
  private int sentence(Predicate<String> such) {
    for (int i = 0; i < sections.size(); i++) {
      if (!elsewhere.contains(i) && paragraphs(i).stream().anyMatch(such)) {
        return i;
      }
    }
    return -1;
  }

  /** The paragraphs of a section, its heading before each; looked up once. */
  private List<String> paragraphs(int index) {
    while (paragraphs.size() <= index) {
      int i = paragraphs.size();
      paragraphs.add(
          sections.get(i).body().stream()
              .filter(Section.Paragraph.class::isInstance)
              .map(part -> titles.get(i) + "：" + plain(part.text()))
              .toList());
    }
    return paragraphs.get(index);
  }

  /** A paragraph that names it and has an amount behind its name, or says that there is none. */
  private static boolean stated(DisclosureItem item, String text) {
    return item.words().stream()
        .flatMap(List::stream)
        .filter(text::contains)
        .map(word -> text.substring(text.indexOf(word)))
        .anyMatch(rest -> AMOUNT.matcher(rest).find() || NONE.matcher(rest).find());
  }

  /** A sentence that states it, else a table of that name. */
  private Checklist.Answer amount(DisclosureItem item) {
    int index = sentence(text -> stated(item, text));
    return found(item, index >= 0 ? index : titled.filled(item::named, cells -> true));
  }

  /** An amount right behind its name, not in a list of names; else what the form has. */
  private Checklist.Answer part(DisclosureItem item) {
    List<Pattern> patterns =
        item.words().stream().flatMap(List::stream).map(ItemSearch::amountBehind).toList();
    int index = sentence(text -> patterns.stream().anyMatch(p -> p.matcher(text).find()));
    if (index >= 0) {
      return at(item, ItemState.DISCLOSED, index);
    }
    for (int i = 0; i < sections.size(); i++) {
      if (titles.get(i).contains("三公") && titles.get(i).endsWith("表")) {
        for (Section.TablePart grid : grids(i)) {
          String cells = plain(grid.text());
          if (item.hasColumn(cells)) {
            return at(item, state(i), i);
          }
        }
      }
    }
    return found(item, titled.filled(title -> title.contains("三公"), item::hasColumn));
  }

  private static Pattern amountBehind(String word) {
    return AMOUNTS.computeIfAbsent(word, w -> Pattern.compile(Pattern.quote(w) + BETWEEN));
  }

  private boolean isForm(int index, DisclosureItem item) {
    return !elsewhere.contains(index)
        && titles.get(index).endsWith("表")
        && item.named(titles.get(index));
  }

  private List<Section.TablePart> grids(int index) {
    return sections.get(index).body().stream()
        .filter(Section.TablePart.class::isInstance)
        .map(Section.TablePart.class::cast)
        .toList();
  }

  private Checklist.Answer form(DisclosureItem item) {
    int named = -1;
    for (int i = 0; i < sections.size(); i++) {
      if (isForm(i, item)) {
        if (!grids(i).isEmpty()) {
          return at(item, state(i), i);
        }
        named = i;
      }
    }
    return named < 0
        ? found(item, titled.filled(item::named, cells -> true))
        : new Checklist.Answer(item, ItemState.UNDECIDED, named, sections.get(named).page());
  }

  /** Of a form that was read: filled, or empty with or without a word of explanation. */
  private ItemState state(int index) {
    boolean filled =
        disclosure.tables().stream()
            .filter(table -> table.section().equals(sections.get(index).path()))
            .flatMap(table -> table.rows().stream())
            .anyMatch(TitledTables::hasValue);
    if (filled) {
      return ItemState.DISCLOSED;
    }
    String text = texts.get(index);
    boolean explained = NONE.matcher(text).find();
    return explained ? ItemState.EMPTY_EXPLAINED : ItemState.EMPTY;
  }
}
