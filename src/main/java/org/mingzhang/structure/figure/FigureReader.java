package org.mingzhang.structure.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Category;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableData;
import org.mingzhang.model.Topic;
import org.mingzhang.text.LongText;
import org.mingzhang.text.WorkBudget;

/**
 * Reads the amounts of money from sentences and tables under normalised names.
 *
 * <p>An amount is filed under the words before it: {@link FigureVocabulary} holds the names. An
 * amount left blank is no figure. Amounts in reasons and achievements are no figures either: they
 * are not what the document accounts for. Safe on many threads.
 */
public final class FigureReader {
  private static final Pattern PROJECT_TITLE =
      Pattern.compile(
          "(?:^|年度?|[:：])(?<name>[^年:：]{2,40}?)(?:项目(?:支出)?(?:绩效)?(?:自评|评价|绩效)|经费情况说明|项目自评)");

  /** 三公经费情况说明 and 机关运行经费情况说明 are about the whole body. */
  private static final Pattern NO_PROJECT =
      Pattern.compile(".*(?:部门|整体|单位|预算|支出|类|三公|机关运行|会议|培训|运行|公用|人员|行政)[”\"]?");

  private static final Pattern EVALUATED =
      Pattern.compile("20\\d{2}年度?(?<name>[^年]{2,40}?)(?:项目)?(?:支出)?(?:绩效|部门评价|财政评价|重点评价)");

  private static final List<Category> BUDGETS =
      Arrays.asList(Category.DEPARTMENT_BUDGET, Category.UNIT_BUDGET, Category.GOVERNMENT_BUDGET);

  /** 收入预算：2024年年初预算数… the heading is what the year's amount is of. */
  private static final Pattern YEAR_FIRST = Pattern.compile("^\\s*(?:19|20)\\d{2}年");

  /** 收入预算 above a paragraph that begins with 2024年年初预算数. */
  private static final Pattern PLANNED_SIDE = Pattern.compile("(?:收入|支出)预算$");

  private static final Pattern BARE_PLAN = Pattern.compile("^\\s*(?:19|20)\\d{2}年度?年初预算");

  private static final List<Category> GOVERNMENTS =
      Arrays.asList(Category.GOVERNMENT_BUDGET, Category.GOVERNMENT_FINAL_ACCOUNTS);

  private static final Pattern YEAR_OF_PART = Pattern.compile("^\\s*((?:19|20)\\d{2})\\s*年");

  private static final Pattern SUBJECT_GOES_ON =
      Pattern.compile("^\\s*(?:[(（]?[款项]|[类款项][)）]|年初预算|全年预算|预算|支出|决算|为|[，,：:。\\d])");

  /** The figures of the sentences of a section. */
  private record Stated(FigureContext context, List<Figure> figures) {}

  /**
   * Reads all figures: those of sentences and forms, then those of data tables, each in reading
   * order.
   */
  public List<Figure> read(
      List<Section> sections, List<TableData> tables, DocumentMetadata metadata) {
    return read(sections, tables, metadata, WorkBudget.unlimited());
  }

  /**
   * The same within a budget.
   *
   * @throws WorkBudget.Exhausted if it does not suffice
   */
  public List<Figure> read(
      List<Section> sections,
      List<TableData> tables,
      DocumentMetadata metadata,
      WorkBudget budget) {
    ItemCodes codes = ItemCodes.of(tables);
    String agency = metadata.agency() == null ? "" : metadata.agency();
    Map<String, Section> byPath = new HashMap<>();
    sections.forEach(s -> byPath.put(s.path(), s));
    List<Stated> stated = new ArrayList<>();
    for (Section section : sections) {
      FigureContext context =
          new FigureContext(
              section,
              topic(section, byPath),
              agency,
              BUDGETS.contains(metadata.category()),
              year(section, byPath, metadata),
              project(section, byPath),
              evaluated(metadata),
              codes);
      stated.add(new Stated(context, sentences(context, budget)));
    }
    List<Figure> figures = new ArrayList<>();
    Set<String> amounts = inTenThousands(stated);
    for (Stated section : stated) {
      budget.check();
      figures.addAll(section.figures());
      figures.addAll(forms(section.context(), amounts));
      new FormLines(section.context())
          .read().stream().filter(f -> isNew(f, section.figures())).forEach(figures::add);
    }
    figures.addAll(new TableFigures(metadata.year()).read(tables));
    return List.copyOf(figures);
  }

  private static Set<String> inTenThousands(List<Stated> stated) {
    return stated.stream()
        .flatMap(section -> section.figures().stream())
        .filter(figure -> figure.unit().equals("万元"))
        .map(Figure::value)
        .collect(Collectors.toSet());
  }

  /** The lines of a form may have been read as sentences already. */
  private static boolean isNew(Figure figure, List<Figure> stated) {
    return stated.stream()
        .noneMatch(s -> s.name().equals(figure.name()) && s.value().equals(figure.value()));
  }

  private static List<Figure> sentences(FigureContext context, WorkBudget budget) {
    Section section = context.section();
    SentenceFigures reader = new SentenceFigures(context);
    reader.heading(section.title());
    boolean first = true;
    for (Section.Part part : section.body()) {
      if (part instanceof Section.Paragraph paragraph) {
        boolean joined =
            first
                && (section.runIn()
                    || section.item()
                    || (PLANNED_SIDE.matcher(section.title()).find()
                        && BARE_PLAN.matcher(paragraph.text()).find()));
        String text =
            joined
                ? section.title() + joint(paragraph.text()) + paragraph.text()
                : paragraph.text();
        for (String piece : LongText.pieces(text)) {
          budget.check();
          reader.paragraph(piece, paragraph.page());
        }
      }
      first = false;
    }
    return reader.figures();
  }

  private static List<Figure> forms(FigureContext context, Set<String> amounts) {
    List<Figure> figures = new ArrayList<>();
    for (Section.Part part : context.section().body()) {
      if (part instanceof Section.TablePart table && table.table() < 0) {
        figures.addAll(new FormFigures(context, table).read(amounts));
      }
    }
    return figures;
  }

  /** A run-in heading either is the subject of its sentence or stands before it. */
  private static String joint(String body) {
    return YEAR_FIRST.matcher(body).find() ? "：" : SUBJECT_GOES_ON.matcher(body).find() ? "" : "。";
  }

  private static Topic topic(Section section, Map<String, Section> byPath) {
    @Nullable Section at = section;
    while (at != null && at.topic() == Topic.OTHER) {
      at = parent(at, byPath);
    }
    return at == null ? Topic.OTHER : at.topic();
  }

  private static @Nullable String project(Section section, Map<String, Section> byPath) {
    for (@Nullable Section at = section; at != null; at = parent(at, byPath)) {
      Matcher title = PROJECT_TITLE.matcher(at.title());
      if (title.find() && !NO_PROJECT.matcher(title.group("name")).matches()) {
        return title.group("name").replaceFirst("^.*单位", "");
      }
    }
    return null;
  }

  /** The project that a report on one project names in its title. */
  private static @Nullable String evaluated(DocumentMetadata metadata) {
    String title = metadata.title();
    if (metadata.category() != Category.PROJECT_SELF_EVALUATION || title == null) {
      return null;
    }
    Matcher named = EVALUATED.matcher(title);
    if (!named.find()) {
      return null;
    }
    String name = named.group("name");
    String agency = metadata.agency() == null ? "" : metadata.agency();
    String plain = name.startsWith(agency) ? name.substring(agency.length()) : name;
    return plain.length() < 2 || NO_PROJECT.matcher(plain).matches() ? null : plain;
  }

  /** A government reports on the year before and plans the next in sections of their own. */
  private static @Nullable Integer year(
      Section section, Map<String, Section> byPath, DocumentMetadata metadata) {
    Integer own = metadata.year();
    if (own == null || !GOVERNMENTS.contains(metadata.category())) {
      return own;
    }
    for (@Nullable Section at = section; at != null; at = parent(at, byPath)) {
      Matcher stated = YEAR_OF_PART.matcher(at.title());
      if (stated.find() && Math.abs(Integer.parseInt(stated.group(1)) - own) == 1) {
        return Integer.valueOf(stated.group(1));
      }
      if (stated.reset().find()) {
        return own;
      }
    }
    return own;
  }

  private static @Nullable Section parent(Section section, Map<String, Section> byPath) {
    int dot = section.path().lastIndexOf('.');
    return dot < 0 ? null : byPath.get(section.path().substring(0, dot));
  }
}
