package org.mingzhang.audit.wording;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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
import org.mingzhang.text.TsvResource;

/** A rule that finds wordings by patterns, see {@code wordings.tsv}. */
public final class WordingRule implements Rule {
  private static final int COLUMNS = 7;
  private static final List<Wording> ALL =
      TsvResource.rows(WordingRule.class, "wordings.tsv", COLUMNS).stream()
          .map(Wording::of)
          .toList();

  private final List<Wording> texts;
  private final List<Wording> headings;
  private final List<Wording> cells;

  public WordingRule(RuleDescription rule) {
    texts = readWordings(rule, "text");
    headings = readWordings(rule, "heading");
    cells = readWordings(rule, "cell");
  }

  /** The wordings of a rule at one kind of place, in the order of the file. */
  private static List<Wording> readWordings(RuleDescription rule, String place) {
    return ALL.stream()
        .filter(w -> w.place().equals(place))
        .filter(w -> w.message().equals(rule.id()) || w.message().startsWith(rule.id() + "/"))
        .toList();
  }

  /**
   * A wording that no published text should have: a line of the file.
   *
   * @param message key of the message: the id of a rule, or that with a slash and a word
   * @param words words of which one must be there before the pattern is tried; empty for any text
   * @param amounts fewest amounts of the paragraph
   * @param pattern matches the wording; its group {@code quote} is quoted, or all that it matches
   * @param except must not be found in the quoted words
   */
  private record Wording(
      String message,
      String place,
      List<String> words,
      int amounts,
      Pattern pattern,
      Optional<Pattern> except) {
    static Wording of(List<String> cells) {
      return new Wording(
          cells.get(0),
          cells.get(1),
          cells.get(2).isEmpty() ? List.of() : List.of(cells.get(2).split(" ", -1)),
          Integer.parseInt(cells.get(3)),
          Pattern.compile(cells.get(4)),
          Optional.of(cells.get(5)).filter(c -> !c.isEmpty()).map(Pattern::compile));
    }

    boolean isPossible(String text) {
      return words.isEmpty() || words.stream().anyMatch(text::contains);
    }
  }

  @Override
  public List<CheckResult> check(AuditedDocument reading) {
    List<CheckResult> checks = new ArrayList<>();
    for (Passage passage : reading.passages()) {
      reading.checkBudget();
      checkTexts(passage, checks);
    }
    for (Section section : headings.isEmpty() ? List.<Section>of() : reading.sections()) {
      find(section.title(), headings, FindingDraft.place(section)).ifPresent(checks::add);
    }
    for (Section section : cells.isEmpty() ? List.<Section>of() : reading.sections()) {
      checkCells(section, checks);
    }
    return checks;
  }

  private void checkTexts(Passage passage, List<CheckResult> checks) {
    String text = passage.compactText();
    long amounts = passage.mentions().stream().filter(QuantityMention::isAmount).count();
    BitSet taken = new BitSet();
    for (Wording wording : texts) {
      if (!wording.isPossible(text) || amounts < wording.amounts()) {
        continue;
      }
      for (MatchResult match : passage.matches(wording.pattern())) {
        boolean named = match.namedGroups().containsKey("quote");
        int from = named ? match.start("quote") : match.start();
        int to = named ? match.end("quote") : match.end();
        if (!taken.get(from) && !taken.get(Math.max(from, to - 1))) {
          taken.set(from, to);
          String quote = passage.quote(from, to);
          if (wording.except().filter(e -> e.matcher(quote).find()).isEmpty()) {
            checks.add(FindingDraft.at(wording.message(), passage, from, to).report());
          }
        }
      }
    }
  }

  /** Adds findings in cells of forms, each text once in a section. */
  private void checkCells(Section section, List<CheckResult> checks) {
    Set<String> reported = new HashSet<>();
    for (Section.Part part : section.body()) {
      if (part instanceof Section.TablePart table && !table.grid().recognised()) {
        List<List<String>> rows = table.grid().grid();
        for (int row = 0; row < rows.size(); row++) {
          int page = table.rowPages().get(row);
          for (String cell : rows.get(row)) {
            find(cell, cells, new Place(section.path(), page, cell.strip()))
                .filter(check -> reported.add(cell))
                .ifPresent(checks::add);
          }
        }
      }
    }
  }

  /** The first wording that a text has. */
  private static Optional<CheckResult> find(String text, List<Wording> wordings, Place place) {
    String compact = CompactText.of(text).text();
    return wordings.stream()
        .filter(w -> w.isPossible(compact) && w.pattern().matcher(compact).find())
        .map(w -> FindingDraft.at(w.message(), place).report())
        .findFirst();
  }
}
