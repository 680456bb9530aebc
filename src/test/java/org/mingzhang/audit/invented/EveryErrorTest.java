package org.mingzhang.audit.invented;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mingzhang.audit.Auditor;
import org.mingzhang.audit.TestDocument;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.check.RuleTexts;
import org.mingzhang.model.Finding;

/**
 * Clean documents of every genre with one error of each kind at a random place: its rule finds it
 * there, and no other rule speaks but those whose equation the same slip breaks.
 */
class EveryErrorTest {
  private static final int ROUNDS = Integer.getInteger("mingzhang.planted.rounds", 1);
  private static final long SEED = Long.getLong("mingzhang.planted.seed", 20241231L);

  private static final String GENRES =
      System.getProperty("mingzhang.planted.genres", List.of(Genre.values()).toString());

  private static final int TRIES = 60 * ROUNDS;

  /** Rules of wording whose cases, right and wrong, stand in {@code ReviewersWordingsTest}. */
  private static final Set<String> OF_REVIEWERS =
      Set.of("broken-sentence", "department-or-unit", "retired-name", "unpaired-marks");

  private final Auditor auditor = new Auditor();

  @Test
  void there_is_an_error_for_every_rule() {
    Set<String> ids =
        RuleTexts.rulesOfOneDocument().stream()
            .map(RuleDescription::id)
            .filter(id -> !OF_REVIEWERS.contains(id))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(
        ids,
        PlantedErrors.all().stream()
            .map(e -> today(e.rule()))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** Whether another rule that the same slip breaks tells what an identity would have told. */
  private static boolean isToldAs(PlantedError error, Finding finding) {
    return !today(error.rule()).equals(error.rule()) && error.also().contains(finding.rule());
  }

  /** The id under which a rule of some id speaks today. */
  private static String today(String id) {
    return RuleTexts.find(id).orElseThrow().id();
  }

  @TestFactory
  Stream<DynamicTest> each_rule_finds_its_error_where_it_stands_and_no_other_speaks() {
    return PlantedErrors.all().stream()
        .filter(e -> GENRES.contains(e.genre().name()))
        .map(e -> DynamicTest.dynamicTest(e.rule() + " in " + e.genre(), () -> plant(e)));
  }

  private void plant(PlantedError error) {
    int done = 0;
    for (long seed = SEED; done < ROUNDS; seed++) {
      assertTrue(seed < SEED + TRIES, "no document to plant it into");
      done += round(error, seed) ? 1 : 0;
    }
  }

  /** Whether the document of this seed has a place for the error. */
  private boolean round(PlantedError error, long seed) {
    TestDocument clean = error.genre().write(random(seed), Map.of());
    TestDocument wrong = error.genre().write(random(seed), Map.of());
    try {
      error.clean().accept(new Pen(clean, random(seed)));
      String words = error.wrong().apply(new Pen(wrong, random(seed)));
      check(error, clean, wrong, words, "seed " + seed + ", planted: " + words);
      return true;
    } catch (Pen.NoPlace e) {
      return false;
    }
  }

  /** Numbers that do not begin alike for seeds that stand next to each other. */
  private static Random random(long seed) {
    return new Random(seed * 0x9E3779B97F4A7C15L);
  }

  private void check(
      PlantedError error, TestDocument clean, TestDocument wrong, String words, String seed) {
    assertEquals(List.of(), told(auditor.audit(clean.build())), "clean, " + seed);
    List<Finding> found = auditor.audit(wrong.build());
    List<String> own =
        found.stream()
            .filter(f -> f.rule().equals(today(error.rule())) || isToldAs(error, f))
            .filter(f -> words.isEmpty() || Quotes.overlap(f.quote(), words))
            .map(Finding::quote)
            .toList();
    List<Finding> others =
        found.stream()
            .filter(f -> !f.rule().equals(today(error.rule())))
            .filter(f -> error.also().stream().noneMatch(a -> f.rule().equals(today(a))))
            .toList();
    String where = seed + "\nfound: " + told(found);
    assertTrue(!own.isEmpty(), () -> "missed, " + where);
    assertEquals(List.of(), told(others), where);
  }

  private static List<String> told(List<Finding> findings) {
    List<String> told = new ArrayList<>();
    findings.forEach(f -> told.add(f.rule() + ": " + f.quote() + " :: " + f.formula()));
    return told;
  }
}
