package org.mingzhang.audit.check;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.Section;
import org.mingzhang.statement.section.StatementReader;
import org.mingzhang.text.CpuTimeBudget;

/** A reading that counts what is taken from its lists. */
public final class CountedReading extends AuditedDocument {
  private long taken;

  /** Reads a disclosure. */
  public CountedReading(Disclosure disclosure) {
    super(disclosure, new StatementReader().read(disclosure), CpuTimeBudget.unlimited());
  }

  /** How many elements were taken so far. */
  public long taken() {
    return taken;
  }

  private final class Elements<T> extends AbstractList<T> implements RandomAccess {
    private final List<T> list;

    Elements(List<T> list) {
      this.list = list;
    }

    @Override
    public T get(int index) {
      taken++;
      return list.get(index);
    }

    @Override
    public int size() {
      return list.size();
    }
  }

  @Override
  public List<Figure> figures() {
    return new Elements<>(super.figures());
  }

  @Override
  public List<Indicator> indicators() {
    return new Elements<>(super.indicators());
  }

  @Override
  public List<Section> sections() {
    return new Elements<>(super.sections());
  }

  @Override
  public List<CompactParagraph> paragraphs() {
    return new Elements<>(super.paragraphs());
  }

  @Override
  public List<AccountTable> tables() {
    return new Elements<>(super.tables());
  }
}
