namespace Sems.Storage.Ledger.Lists;

/// <summary>An index a list may be found by.</summary>
/// <param name="Index">Its name.</param>
/// <param name="Order">The column whose order its rows come in, once those of <paramref name="Columns"/> before it are given.</param>
/// <param name="Columns">What it is asked by: columns of the filter that narrow what is read of it.</param>
internal sealed record ListWay(string Index, string Order, params string[] Columns);
