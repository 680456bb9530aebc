package org.mingzhang.audit.wording;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.model.Finding.Place;
import org.mingzhang.model.Section;
import org.mingzhang.text.CompactText;
import org.mingzhang.text.QuantityMention;

/** A rule that finds wordings by patterns, see {@code wordings.tsv}. */
public final class WordingRule implements Rule {
  private final List<Wording> texts;
  private final List<Wording> headings;
  private final List<Wording> cells;

  /** The wordings of a rule. */
  public WordingRule(RuleDescription rule) {
    texts = Wording.of(rule, Wording.Place.TEXT);
    headings = Wording.of(rule, Wording.Place.HEADING);
    cells = Wording.of(rule, Wording.Place.CELL);
  }

  @Override
  public List<CheckResult> check(AuditedDocument reading) {
    List<CheckResult> checks = new ArrayList<>();
    for (Passage passage : reading.passages()) {
      reading.step();
      read(passage, checks);
    }
    for (Section section : headings.isEmpty() ? List.<Section>of() : reading.sections()) {
      Place place = new Place(section.path(), section.page(), section.heading());
      find(section.title(), headings, place).ifPresent(checks::add);
    }
    for (Section section : cells.isEmpty() ? List.<Section>of() : reading.sections()) {
      cells(section, checks);
    }
    return checks;
  }

  /** Wordings of a paragraph, of those that meet the first. */
  private void read(Passage passage, List<CheckResult> checks) {
    String text = passage.compact();
    BitSet taken = new BitSet();
    for (Wording wording : texts) {
      if (!wording.isPossible(text) || amounts(passage) < wording.amounts()) {
        continue;
      }
      Matcher match = wording.pattern().matcher(text);
      boolean named = match.namedGroups().containsKey("quote");
      while (match.find()) {
        int from = named ? match.start("quote") : match.start();
        int to = named ? match.end("quote") : match.end();
        if (taken.get(from) || taken.get(Math.max(from, to - 1))) {
          continue;
        }
        taken.set(from, to);
        if (!wording.isExcepted(passage.quote(from, to))) {
          checks.add(FindingDraft.at(wording.message(), passage, from, to).says());
        }
      }
    }
  }

  private static long amounts(Passage passage) {
    return passage.mentions().stream().filter(QuantityMention::isAmount).count();
  }

  /** Cells of forms, each told once in a section. */
  private void cells(Section section, List<CheckResult> checks) {
    Set<String> told = new HashSet<>();
    for (Section.Part part : section.body()) {
      if (part instanceof Section.TablePart table && !table.grid().recognised()) {
        List<List<String>> rows = table.grid().grid();
        for (int row = 0; row < rows.size(); row++) {
          int page = table.rowPages().get(row);
          for (String cell : rows.get(row)) {
            find(cell, cells, new Place(section.path(), page, cell.strip()))
                .filter(check -> told.add(cell))
                .ifPresent(checks::add);
          }
        }
      }
    }
  }

  /** The first of the wordings that a text as a whole has. */
  private static Optional<CheckResult> find(String text, List<Wording> wordings, Place place) {
    String compact = CompactText.of(text).text();
    return wordings.stream()
        .filter(w -> w.isPossible(compact) && w.pattern().matcher(compact).find())
        .map(w -> FindingDraft.at(w.message(), place).says())
        .findFirst();
  }
}
