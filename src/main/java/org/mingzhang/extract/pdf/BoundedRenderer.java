package org.mingzhang.extract.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType3CharProc;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.util.Matrix;

/**
 * Renders pages within {@link DrawingLimits}. Rendering a page that exceeds them fails with {@link
 * DrawingLimits.LimitExceededException}.
 */
final class BoundedRenderer extends PDFRenderer {
  BoundedRenderer(PDDocument document) {
    super(document);
  }

  @Override
  protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
    return new LimitedDrawer(parameters);
  }

  /** Draws a page within the limits on operations and forms. */
  private static final class LimitedDrawer extends PageDrawer {
    private final DrawingLimits limits = new DrawingLimits();

    LimitedDrawer(PageDrawerParameters parameters) throws IOException {
      super(parameters);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
      limits.countOperation();
      super.processOperator(operator, operands);
    }

    @Override
    protected void processType3Stream(PDType3CharProc glyph, Matrix matrix) throws IOException {
      if (limits.tryBeginForm(glyph.getCOSObject())) {
        try {
          super.processType3Stream(glyph, matrix);
        } finally {
          limits.endForm(glyph.getCOSObject());
        }
      }
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
      if (limits.tryBeginForm(form.getCOSObject())) {
        try {
          super.showForm(form);
        } finally {
          limits.endForm(form.getCOSObject());
        }
      }
    }

    @Override
    public void showTransparencyGroup(PDTransparencyGroup form) throws IOException {
      if (limits.tryBeginForm(form.getCOSObject())) {
        try {
          super.showTransparencyGroup(form);
        } finally {
          limits.endForm(form.getCOSObject());
        }
      }
    }
  }
}
