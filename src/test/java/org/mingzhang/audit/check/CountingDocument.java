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

/** An audited document that counts the elements that rules read from its lists. */
public final class CountingDocument extends AuditedDocument {
  private long elementsRead;

  /** Reads a disclosure. */
  public CountingDocument(Disclosure disclosure) {
    super(disclosure, new StatementReader().read(disclosure), CpuTimeBudget.unlimited());
  }

  /** The number of elements that were read so far. */
  public long elementsRead() {
    return elementsRead;
  }

  private final class CountingList<T> extends AbstractList<T> implements RandomAccess {
    private final List<T> list;

    CountingList(List<T> list) {
      this.list = list;
    }

    @Override
    public T get(int index) {
      elementsRead++;
      return list.get(index);
    }

    @Override
    public int size() {
      return list.size();
    }
  }

  @Override
  public List<Figure> figures() {
    return new CountingList<>(super.figures());
  }

  @Override
  public List<Indicator> indicators() {
    return new CountingList<>(super.indicators());
  }

  @Override
  public List<Section> sections() {
    return new CountingList<>(super.sections());
  }

  @Override
  public List<CompactParagraph> paragraphs() {
    return new CountingList<>(super.paragraphs());
  }

  @Override
  public List<AccountTable> tables() {
    return new CountingList<>(super.tables());
  }
}
