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
 * Clean documents of every genre with one error of each kind at a random place: the rule for it
 * reports it there, and no other rules report anything but those whose identities the same error
 * violates.
 */
class EveryErrorTest {
  private static final int ROUNDS = Integer.getInteger("mingzhang.planted.rounds", 1);
  private static final long SEED = Long.getLong("mingzhang.planted.seed", 20241231L);

  private static final String GENRES =
      System.getProperty("mingzhang.planted.genres", List.of(Genre.values()).toString());

  private static final int MAX_TRIES = 60 * ROUNDS;

  /** Rules of wording whose cases, right and wrong, stand in {@code ReviewersWordingsTest}. */
  private static final Set<String> RULES_TESTED_ELSEWHERE =
      Set.of("broken-sentence", "department-or-unit", "retired-name", "unpaired-marks");

  private final Auditor auditor = new Auditor();

  @Test
  void there_is_an_error_for_every_rule() {
    Set<String> ids =
        RuleTexts.rulesOfOneDocument().stream()
            .map(RuleDescription::id)
            .filter(id -> !RULES_TESTED_ELSEWHERE.contains(id))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(
        ids,
        PlantedErrors.all().stream()
            .map(e -> currentId(e.rule()))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** Whether another rule that the same slip breaks tells what an identity would have told. */
  private static boolean isToldAs(PlantedError error, Finding finding) {
    return !currentId(error.rule()).equals(error.rule())
        && error.otherRules().contains(finding.rule());
  }

  /** The present id of a rule whose id may be a former one. */
  private static String currentId(String id) {
    return RuleTexts.find(id).orElseThrow().id();
  }

  @TestFactory
  Stream<DynamicTest> each_rule_finds_its_error_where_it_stands_and_no_other_speaks() {
    return PlantedErrors.all().stream()
        .filter(e -> GENRES.contains(e.genre().name()))
        .map(
            e ->
                DynamicTest.dynamicTest(
                    e.rule() + " in " + e.genre(), () -> plantInSeveralDocuments(e)));
  }

  private void plantInSeveralDocuments(PlantedError error) {
    int done = 0;
    for (long seed = SEED; done < ROUNDS; seed++) {
      assertTrue(seed < SEED + MAX_TRIES, "no document to plant it into");
      done += plantAndCheck(error, seed) ? 1 : 0;
    }
  }

  /** Whether the document of this seed has a place for the error. */
  private boolean plantAndCheck(PlantedError error, long seed) {
    TestDocument clean = error.genre().write(random(seed), Map.of());
    TestDocument wrong = error.genre().write(random(seed), Map.of());
    try {
      error.cleanEditor().accept(new DocumentEditor(clean, random(seed)));
      String words = error.errorEditor().apply(new DocumentEditor(wrong, random(seed)));
      check(error, clean, wrong, words, "seed " + seed + ", planted: " + words);
      return true;
    } catch (DocumentEditor.NoMatchingPlaceException e) {
      return false;
    }
  }

  /** A random generator whose first numbers differ for consecutive seeds. */
  private static Random random(long seed) {
    return new Random(seed * 0x9E3779B97F4A7C15L);
  }

  private void check(
      PlantedError error, TestDocument clean, TestDocument wrong, String words, String seed) {
    assertEquals(List.of(), describe(auditor.audit(clean.build())), "clean, " + seed);
    List<Finding> found = auditor.audit(wrong.build());
    List<String> own =
        found.stream()
            .filter(f -> f.rule().equals(currentId(error.rule())) || isToldAs(error, f))
            .filter(f -> words.isEmpty() || Quotes.overlap(f.quote(), words))
            .map(Finding::quote)
            .toList();
    List<Finding> others =
        found.stream()
            .filter(f -> !f.rule().equals(currentId(error.rule())))
            .filter(f -> error.otherRules().stream().noneMatch(a -> f.rule().equals(currentId(a))))
            .toList();
    String where = seed + "\nfound: " + describe(found);
    assertTrue(!own.isEmpty(), () -> "missed, " + where);
    assertEquals(List.of(), describe(others), where);
  }

  private static List<String> describe(List<Finding> findings) {
    List<String> told = new ArrayList<>();
    findings.forEach(f -> told.add(f.rule() + ": " + f.quote() + " :: " + f.formula()));
    return told;
  }
}
