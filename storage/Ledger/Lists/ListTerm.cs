namespace Sems.Storage.Ledger.Lists;

/// <summary>A part of a filter.</summary>
/// <param name="Column">Of the listed table.</param>
/// <param name="Test">Such as <c>&gt;=</c>.</param>
/// <param name="Value">Text or number.</param>
internal sealed record ListTerm(string Column, string Test, object Value)
{
    /// <summary>The parts of a filter that say something.</summary>
    public static IReadOnlyList<ListTerm> Of(params (string Column, string Test, object? Value)[] terms) =>
        [.. terms.Where(t => t.Value is not null).Select(t => new ListTerm(t.Column, t.Test, t.Value!))];
}
