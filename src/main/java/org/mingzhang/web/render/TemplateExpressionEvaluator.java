package org.mingzhang.web.render;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.standard.expression.IStandardVariableExpression;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.OGNLVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.StandardExpressionExecutionContext;
import org.thymeleaf.standard.expression.StandardExpressions;

/**
 * Evaluates {@code ${…}} of templates: directly if {@link TemplateExpression} supports the
 * expression, otherwise with OGNL. Thread-safe.
 */
final class TemplateExpressionEvaluator implements IStandardVariableExpressionEvaluator {
  private final IStandardVariableExpressionEvaluator ognl =
      new OGNLVariableExpressionEvaluator(true);

  /** Parsed expressions. The size is bounded by the number of expressions in the templates. */
  private final Map<String, Optional<TemplateExpression>> parsedExpressions =
      new ConcurrentHashMap<>();

  private final PublicMethodInvoker methodInvoker = new PublicMethodInvoker();

  /** The variables of a template as Thymeleaf provides them, and the methods of their values. */
  private record TemplateContext(IExpressionContext context, PublicMethodInvoker methodInvoker)
      implements TemplateExpression.Variables {
    @Override
    public @Nullable Object get(String name) {
      return context.getVariable(name);
    }

    @Override
    public @Nullable Object call(Object receiver, String method, @Nullable Object[] arguments)
        throws TemplateExpression.UnsupportedExpressionException {
      return methodInvoker.call(receiver, method, arguments);
    }
  }

  @Override
  public @Nullable Object evaluate(
      IExpressionContext context,
      IStandardVariableExpression expression,
      StandardExpressionExecutionContext execution) {
    Optional<TemplateExpression> plain =
        expression.getUseSelectionAsRoot()
            ? Optional.empty()
            : parsedExpressions.computeIfAbsent(
                expression.getExpression(), e -> Optional.ofNullable(TemplateExpression.parse(e)));
    if (plain.isEmpty()) {
      return ognl.evaluate(context, expression, execution);
    }
    try {
      Object value = plain.get().evaluate(new TemplateContext(context, methodInvoker));
      return execution.getPerformTypeConversion() ? toText(context, value) : value;
    } catch (TemplateExpression.UnsupportedExpressionException e) {
      return ognl.evaluate(context, expression, execution);
    }
  }

  private static @Nullable Object toText(IExpressionContext context, @Nullable Object value) {
    return value instanceof String
        ? value
        : StandardExpressions.getConversionService(context.getConfiguration())
            .convert(context, value, String.class);
  }

  @Override
  public String toString() {
    return "plain paths, OGNL for the rest";
  }
}
