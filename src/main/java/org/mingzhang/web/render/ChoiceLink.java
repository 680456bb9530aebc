package org.mingzhang.web.render;

/**
 * A link that selects one of several choices.
 *
 * @param label name of the choice
 * @param count number of hits of the choice, formatted; empty if it is not shown
 * @param address address of the page with this choice
 * @param isCurrent whether the choice is selected
 */
public record ChoiceLink(String label, String count, String address, boolean isCurrent) {}
