package org.mingzhang.web.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Category;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.Hit;
import org.mingzhang.web.render.AmountFormat;
import org.mingzhang.web.results.HitView;
import org.mingzhang.web.source.SearchPort;

/** Reads the values of indicators and topics from an index. */
final class IndicatorAndTopicReader {
  /** Maximum number of values that are read; a larger table would be unusable. */
  static final int MAX_VALUES = 20_000;

  /** A number, optionally after a comparison sign, and its unit. */
  private static final Pattern MEASURED_VALUE =
      Pattern.compile("[≥≤＞＜><=约]?\\s*(-?\\d[\\d,]*(?:\\.\\d+)?)\\s*([%％]|[^\\d\\s，。；]{0,6})");

  private final SearchPort search;

  /** Creates an instance that reads from an index. */
  IndicatorAndTopicReader(SearchPort search) {
    this.search = search;
  }

  /**
   * The values found, with the unit in which they are drawn.
   *
   * @param entries in the order of the index
   * @param unit most frequent unit of the printed results, in which they are drawn; empty unless
   *     {@link ComparisonMeasure#ACTUAL} is compared
   */
  record FoundValues(List<ComparedValue> entries, String unit) {}

  FoundValues read(ComparisonRequest question, SearchRequest request) {
    return switch (question.subject()) {
      case FIGURE -> throw new IllegalArgumentException("accounts are compared by their facts");
      case INDICATOR -> readIndicators(question, findHits(search, request));
      case TOPIC -> new FoundValues(readTopics(request), "");
    };
  }

  /** The first {@link #MAX_VALUES} hits of a search, in order. */
  static List<Hit> findHits(SearchPort search, SearchRequest request) {
    List<Hit> hits = new ArrayList<>();
    search.forEach(
        request,
        hit -> {
          if (hits.size() < MAX_VALUES) {
            hits.add(hit);
          }
        });
    return hits;
  }

  /** Rows whose name contains the requested name. Rows with exactly this name rank first. */
  private static FoundValues readIndicators(ComparisonRequest question, List<Hit> hits) {
    String usual = question.measure() == ComparisonMeasure.ACTUAL ? usualUnit(hits) : "";
    List<ComparedValue> entries = new ArrayList<>();
    for (Hit hit : hits) {
      Integer year = hit.year();
      if (year != null) {
        int rank = hit.title().equals(question.name()) ? 0 : 1;
        ComparedValue entry =
            question.measure() == ComparisonMeasure.ACTUAL
                ? readActual(hit, year, rank, usual)
                : readScore(hit, year, rank);
        if (entry != null) {
          entries.add(entry);
        }
      }
    }
    return new FoundValues(entries, usual);
  }

  private static @Nullable ComparedValue readScore(Hit hit, int year, int rank) {
    int percent = HitView.scorePercent(hit.values().get("score"), hit.values().get("weight"));
    return percent < 0
        ? null
        : new ComparedValue(
            hit,
            year,
            rank,
            BigDecimal.valueOf(percent),
            percent + "%",
            hit.values().get("score") + " / " + hit.values().get("weight"));
  }

  private static @Nullable ComparedValue readActual(Hit hit, int year, int rank, String usualUnit) {
    String actual = hit.values().getOrDefault("actual", "").strip();
    if (actual.isEmpty()) {
      return null;
    }
    Matcher measured = MEASURED_VALUE.matcher(actual);
    boolean drawn = measured.matches() && findUnit(hit).equals(usualUnit);
    String target = hit.values().getOrDefault("target", "");
    return new ComparedValue(
        hit,
        year,
        rank,
        drawn ? new BigDecimal(measured.group(1).replace(",", "")) : null,
        actual.length() > 40 ? actual.substring(0, 40) + "…" : actual,
        target.length() > 40 ? target.substring(0, 40) + "…" : target);
  }

  /**
   * The unit of a result or, if the result has none, of its target; empty if neither has a unit.
   */
  private static String findUnit(Hit hit) {
    return Stream.of("actual", "target")
        .map(cell -> MEASURED_VALUE.matcher(hit.values().getOrDefault(cell, "").strip()))
        .filter(Matcher::matches)
        .map(measured -> measured.group(2).replaceAll("％|百分比", "%").strip())
        .filter(unit -> !unit.isEmpty())
        .findFirst()
        .orElse("");
  }

  /**
   * The most frequent unit of results; empty if the results are plain numbers or there are none.
   */
  static String usualUnit(List<Hit> hits) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Hit hit : hits) {
      Matcher measured = MEASURED_VALUE.matcher(hit.values().getOrDefault("actual", "").strip());
      if (measured.matches()) {
        counts.merge(findUnit(hit), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("");
  }

  /** A document's sections on a topic: their total length, and the longest one. */
  private static final class TopicSections {
    private Hit longestSection;
    private int maxLength;
    private int totalLength;

    private TopicSections(Hit first) {
      longestSection = first;
    }

    private void addSection(Hit hit, int length) {
      totalLength += length;
      if (length > maxLength) {
        maxLength = length;
        longestSection = hit;
      }
    }
  }

  /**
   * The number of characters, without white space, of each document's sections on a topic, linked
   * to the longest of them. Documents without a year are left out; at most {@link #MAX_VALUES}
   * documents are read.
   */
  private List<ComparedValue> readTopics(SearchRequest request) {
    Map<String, TopicSections> documents = new LinkedHashMap<>();
    search.forEachWithFullText(
        request,
        row -> {
          Hit hit = row.hit();
          if (hit.year() != null
              && (documents.size() < MAX_VALUES || documents.containsKey(hit.documentId()))) {
            documents
                .computeIfAbsent(hit.documentId(), k -> new TopicSections(hit))
                .addSection(
                    hit, (int) row.text().chars().filter(c -> !Character.isWhitespace(c)).count());
          }
        });
    List<ComparedValue> entries = new ArrayList<>();
    for (TopicSections topicSections : documents.values()) {
      Hit hit = topicSections.longestSection;
      entries.add(
          new ComparedValue(
              hit,
              Objects.requireNonNull(hit.year()),
              documentRank(hit),
              BigDecimal.valueOf(topicSections.totalLength),
              AmountFormat.formatCount(topicSections.totalLength),
              ""));
    }
    return entries;
  }

  /** Rank of a document: final accounts before budgets and evaluations. */
  private static int documentRank(Hit hit) {
    return Category.ofLabel(Objects.requireNonNullElse(hit.category(), ""))
        .map(c -> c.isFinalAccount() ? 0 : 1)
        .orElse(2);
  }
}
