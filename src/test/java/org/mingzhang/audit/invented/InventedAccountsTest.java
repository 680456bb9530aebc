package org.mingzhang.audit.invented;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mingzhang.Seed;
import org.mingzhang.audit.Auditor;
import org.mingzhang.model.Finding;

/** Rules on invented accounts in the wordings of many provinces, clean and with planted errors. */
class InventedAccountsTest {
  private static final Wordings WORDINGS = Wordings.readResource("wordings.txt");
  private static final int CLEAN_DOCUMENT_COUNT = 24;

  /** A run plants an error into one of so many slots; its seed tells into which. */
  private static final int SLOTS_PER_PLANT = 4;

  private final Auditor auditor = new Auditor();

  /** What was planted, and what of it was found. */
  private record Tally(int planted, int found, int elsewhere) {
    Tally plus(Tally other) {
      return new Tally(planted + other.planted, found + other.found, elsewhere + other.elsewhere);
    }

    double recall() {
      return (double) found / planted;
    }
  }

  @Test
  void clean_accounts_give_no_finding_in_any_wording() {
    long seed = Seed.next();
    for (int i = 0; i < CLEAN_DOCUMENT_COUNT; i++) {
      Random random = new Random(seed + i);
      InventedAccount account = new InventedAccount(random, i % 2 == 0);
      InventedDocument document = new InventedDocument(account, random, Map.of(), i % 3 != 0, null);
      List<String> said =
          auditor.audit(document.disclosure()).stream()
              .map(f -> f.rule() + ": " + f.quote() + " :: " + f.formula())
              .toList();
      assertEquals(List.of(), said, "seed " + (seed + i));
    }
  }

  @Test
  void planted_errors_are_found_where_they_stand_and_nowhere_else() {
    Map<String, Tally> byKind = new TreeMap<>();
    List<String> missed = new ArrayList<>();
    long index = Math.floorMod(Seed.next(), SLOTS_PER_PLANT);
    for (WordingSlot slot : WordingSlot.findAll(WORDINGS)) {
      if (index++ % SLOTS_PER_PLANT == 0) {
        byKind.merge(slot.errorKind(), plant(slot, missed), Tally::plus);
      }
    }
    Tally all = byKind.values().stream().reduce(new Tally(0, 0, 0), Tally::plus);
    String report = byKind + "\n" + String.join("\n", missed);
    assertTrue(all.recall() >= 0.95, report);
    assertTrue(all.elsewhere() <= all.found() / 50, report);
  }

  private Tally plant(WordingSlot slot, List<String> missed) {
    Random random = new Random(slot.wording().hashCode());
    InventedAccount account = new InventedAccount(random);
    String wrong = slot.wrongValue(account, random);
    if (wrong == null) {
      return new Tally(0, 0, 0);
    }
    InventedDocument document =
        new InventedDocument(
            account,
            random,
            Map.of(slot.statement(), slot.wording()),
            slot.name().hashCode() % 2 == 0,
            new InventedDocument.PlantedValue(slot.targetStatement(), slot.name(), wrong));
    List<Finding> found = auditor.audit(document.disclosure());
    long here =
        found.stream().filter(f -> Quotes.overlap(f.quote(), document.plantedSentence())).count();
    found.stream()
        .filter(f -> !Quotes.overlap(f.quote(), document.plantedSentence()))
        .forEach(
            f ->
                missed.add(
                    "ELSEWHERE "
                        + slot.errorKind()
                        + " "
                        + slot.statement()
                        + (slot.name().hashCode() % 2 == 0 ? "+T " : " ")
                        + slot.name()
                        + ": "
                        + document.plantedSentence()
                        + " "
                        + f.rule()
                        + ": "
                        + f.quote()));
    if (here == 0) {
      missed.add(
          "MISSED "
              + slot.errorKind()
              + " "
              + slot.statement()
              + (slot.name().hashCode() % 2 == 0 ? "+T " : " ")
              + slot.name()
              + ": "
              + document.plantedSentence());
    }
    return new Tally(1, here > 0 ? 1 : 0, (int) (found.size() - here));
  }
}
