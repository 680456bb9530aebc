/**
 * Fills Thymeleaf templates that were compiled beforehand: the same pages as Thymeleaf makes of
 * them, without its work for every tag of every page.
 *
 * <p>{@link org.mingzhang.web.template.CompiledTemplates} reads a template by {@link
 * org.mingzhang.web.template.MarkupParser}, its expressions by {@link
 * org.mingzhang.web.template.ExpressionParser} and {@link
 * org.mingzhang.web.template.AttributeParser}, and makes it a tree of {@link
 * org.mingzhang.web.template.Piece}s by {@link org.mingzhang.web.template.TemplateCompiler}. What
 * is not understood is {@link org.mingzhang.web.template.Unfit} and left to Thymeleaf.
 */
@NullMarked
package org.mingzhang.web.template;

import org.jspecify.annotations.NullMarked;
