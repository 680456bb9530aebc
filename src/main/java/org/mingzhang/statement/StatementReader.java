package org.mingzhang.statement;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Section;
import org.mingzhang.model.Topic;

/**
 * Reads the statements of the prose of a document, section by section. Tables are left out, and so
 * are glossaries, whose amounts are examples. Safe on many threads; linear in the length of the
 * text.
 */
public final class StatementReader {
  private final Lexicon lexicon = Lexicon.standard();
  private final Tokenizer tokenizer = new Tokenizer(lexicon);

  /** The statements of all sections in reading order. */
  public List<SectionStatements> read(Disclosure disclosure) {
    Settings settings = new Settings(disclosure, lexicon, tokenizer);
    List<SectionStatements> all = new ArrayList<>();
    for (Section section : disclosure.sections()) {
      if (section.topic() != Topic.GLOSSARY) {
        all.add(new SectionStatements(section, read(section, settings)));
      }
    }
    return all;
  }

  private List<Statement> read(Section section, Settings settings) {
    Setting setting = settings.of(section);
    SectionText text = SectionText.of(section);
    FoldedText folded = FoldedText.of(text.text());
    SpanMaker spans = (start, end) -> text.span(folded.start(start), folded.end(end));
    PhraseReader phrases = new PhraseReader(folded, lexicon, setting, spans);
    Discourse discourse = new Discourse(setting, phrases);
    List<Token> tokens = tokenizer.tokens(folded);
    discourse.unitHint =
        UnitNote.find(FoldedText.of(section.title()).text() + folded.text(), lexicon);
    ClauseReader reader = new ClauseReader(folded, spans, discourse);
    Clause last = null;
    List<Clause> clauses = ClauseSplitter.split(tokens);
    List<String> flows = FlowAhead.of(clauses, folded);
    for (int i = 0; i < clauses.size(); i++) {
      Clause clause = clauses.get(i);
      discourse.flowAhead = flows.get(i);
      reader.read(clause);
      String words = folded.text().substring(clause.start(), clause.end());
      if (clause.after() == '\n' || (clause.after() == '：' && Settings.headsProject(words))) {
        discourse.heading(settings.under(setting, words));
      }
      last = clause;
    }
    discourse.end(cutOff(last));
    return discourse.out;
  }

  /** Whether a text stops in the middle: at a name without its amount or a number without unit. */
  private static boolean cutOff(@Nullable Clause last) {
    if (last == null || last.after() != 0 || last.tokens().isEmpty()) {
      return false;
    }
    Token end = last.tokens().getLast();
    return end instanceof Token.Name
        || (end instanceof Token.Numeral number && number.measure() == Quantity.Measure.BARE);
  }
}
