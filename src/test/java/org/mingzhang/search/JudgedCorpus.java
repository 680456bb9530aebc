package org.mingzhang.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.model.Category;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Evidence;
import org.mingzhang.model.Section;
import org.mingzhang.model.Topic;
import org.mingzhang.shard.SearchIndex;

/**
 * Deterministic documents of invented agencies over several years, written from {@code
 * relevance-agencies.txt} and {@code relevance-sections.txt}.
 */
final class JudgedCorpus {
  private static final List<Integer> YEARS = List.of(2021, 2022, 2023, 2024);
  private static final int BLANK_FORMS = 6;
  private static final Pattern PLACE = Pattern.compile("\\{([A-Z][0-9]?)}");
  private static final Map<String, Category> CATEGORIES =
      Map.of(
          "F", Category.DEPARTMENT_FINAL_ACCOUNTS,
          "B", Category.DEPARTMENT_BUDGET,
          "E", Category.DEPARTMENT_SELF_EVALUATION,
          "P", Category.PROJECT_SELF_EVALUATION);

  private final List<String[]> templates = lines("relevance-sections.txt");
  private final Map<String, JudgedSection> sections = new LinkedHashMap<>();
  private final SearchIndex index;
  private int documents;

  /** Writes all documents into an index. */
  JudgedCorpus(SearchIndex index) {
    this.index = index;
    for (String[] agency : lines("relevance-agencies.txt")) {
      for (int year : YEARS) {
        add(agency, year);
      }
    }
    for (int style = 0; style < BLANK_FORMS; style++) {
      blankForm(style);
    }
    index.refresh();
  }

  /** All sections by their ids. */
  Map<String, JudgedSection> sections() {
    return sections;
  }

  private void add(String[] agency, int year) {
    String[] projects = agency[4].split(";", -1);
    document(agency, year, "F", projects[year % 2], agency[1] + year + "年度部门决算");
    if (agency[2].contains("B")) {
      document(agency, year, "B", projects[year % 2], agency[1] + year + "年部门预算");
    }
    if (agency[2].contains("E")) {
      document(agency, year, "E", projects[year % 2], agency[1] + year + "年度部门整体支出绩效自评报告");
    }
    if (agency[2].contains("P")) {
      for (String project : projects) {
        document(agency, year, "P", project, year + "年度" + project + "绩效自评报告");
      }
    }
  }

  private void document(String[] agency, int year, String kind, String project, String title) {
    String id = "d" + documents;
    Dice dice = new Dice(documents++);
    int style = agency[1].hashCode() >>> 1;
    Map<String, String> words = words(agency, year, project);
    Map<String, String> headings = new HashMap<>();
    List<Section> all = new ArrayList<>();
    for (String[] template : templates) {
      if (!template[0].equals(kind) || (template[1].equals("contents") && style % 3 > 0)) {
        continue;
      }
      String heading = fill(choose(template[4], style), words, dice);
      String body = choose(template[5], Math.floorMod(style / 7 + year, 6));
      boolean none = body.startsWith("!");
      String text = fill(none ? body.substring(1) : body, words, dice).replace("\\n", "\n");
      headings.put(template[3], heading);
      String above = above(template[3], headings);
      String face = title + "\n" + agency[1] + "\n" + agency[0] + "\n" + above + heading;
      String section = id + "/s" + all.size();
      all.add(SearchIndex.section(template[3], "", heading, Topic.valueOf(template[2]), text));
      sections.put(
          section,
          new JudgedSection(
              section,
              template[1],
              kind,
              agency[1],
              agency[0],
              year,
              none,
              text,
              face + "\n" + text));
    }
    index.add(
        id,
        SearchIndex.disclosure(
            SearchIndex.metadata(title, agency[1], agency[0], year, category(kind)), all));
  }

  /** The blank form of final accounts, with placeholders for all values. */
  private void blankForm(int style) {
    String id = "form" + style;
    String title = "XX局20XX年度部门决算公开模板";
    List<Section> all = new ArrayList<>();
    for (String[] template : templates) {
      if (template[0].equals("F")) {
        String heading = blank(choose(template[4], style));
        String text = blank(choose(template[5], style).replaceFirst("^!", "")).replace("\\n", "\n");
        String section = id + "/s" + all.size();
        all.add(SearchIndex.section(template[3], "", heading, Topic.valueOf(template[2]), text));
        sections.put(
            section,
            new JudgedSection(
                section,
                "blank",
                "T",
                "",
                "",
                0,
                false,
                text,
                title + "\n" + heading + "\n" + text));
      }
    }
    DocumentMetadata metadata =
        SearchIndex.metadata(title, null, null, null, Category.OTHER)
            .withEvidence(
                List.of(new Evidence("category", DocumentMetadata.BLANK_FORM_RULE, "XX局", 1)));
    index.add(id, SearchIndex.disclosure(metadata, all));
  }

  private static String blank(String text) {
    return PLACE.matcher(text.replace("{Y}", "20XX").replace("{A}", "XX局")).replaceAll("XX");
  }

  private static Category category(String kind) {
    return Objects.requireNonNull(CATEGORIES.get(kind));
  }

  private static Map<String, String> words(String[] agency, int year, String project) {
    String[] done = agency[5].split(";", -1);
    return Map.of(
        "A", agency[1],
        "W", agency[3],
        "J", project,
        "Y", Integer.toString(year),
        "L", Integer.toString(year - 1),
        "D1", done[0],
        "D2", done[1],
        "D3", done[2]);
  }

  private static String above(String path, Map<String, String> headings) {
    StringBuilder above = new StringBuilder();
    for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
      above.append(headings.get(path.substring(0, dot))).append('\n');
    }
    return above.toString();
  }

  private static String choose(String variants, int number) {
    String[] all = variants.split("~", -1);
    return all[number % all.length];
  }

  private static String fill(String text, Map<String, String> words, Dice dice) {
    Matcher places = PLACE.matcher(text);
    return places.replaceAll(
        place ->
            switch (place.group(1)) {
              case "X" -> dice.amount();
              case "N" -> Integer.toString(2 + dice.next(95));
              default -> Objects.requireNonNull(words.get(place.group(1)));
            });
  }

  /** Pseudorandom numbers that are the same in every run. */
  private static final class Dice {
    private long state;

    private Dice(int seed) {
      state = seed * 0x9E3779B97F4A7C15L + 1;
    }

    private int next(int below) {
      state = state * 6364136223846793005L + 1442695040888963407L;
      return (int) ((state >>> 33) % below);
    }

    private String amount() {
      return next(4000) + "." + (10 + next(90));
    }
  }

  /** Lines of a list beside this class, split at bars. */
  static List<String[]> lines(String name) {
    try (InputStream in = Objects.requireNonNull(JudgedCorpus.class.getResourceAsStream(name));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split("\\|", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
