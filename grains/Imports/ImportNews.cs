using Sems.GrainInterfaces;
using Sems.Storage.Import;

namespace Sems.Grains.Imports;

/// <summary>
/// Tells grains of rows that were written: whoever holds something of a row that was there before, and cards that change hands. What was not there
/// before is held by nobody.
/// </summary>
internal static class ImportNews
{
    public static Task TellAsync(IGrainFactory grains, ImportTable table, IReadOnlyList<PlannedRow> rows) => table switch
    {
        ImportTable.Students => Task.WhenAll([.. Students(grains, rows), .. Cards(grains, rows)]),
        ImportTable.Stations => Task.WhenAll(rows.Select(r => grains.GetGrain<IAmmeterGroupGrain>(r.Key).Forget())),
        ImportTable.Ammeters => Task.WhenAll(rows.Select(r => r.Group!).Distinct().Select(g => grains.GetGrain<IAmmeterGroupGrain>(g).Forget())),
        _ => throw new ArgumentOutOfRangeException(nameof(table), table, "no such table"),
    };

    private static IEnumerable<Task> Students(IGrainFactory grains, IEnumerable<PlannedRow> rows) =>
        rows.Where(r => r.What == RowFate.Changed).Select(r => grains.GetGrain<IStudentGrain>(r.Key).Forget());

    private static IEnumerable<Task> Cards(IGrainFactory grains, IEnumerable<PlannedRow> rows) =>
        from row in rows
        from change in row.Changes
        where change.Field == "card_number"
        from card in new[] { change.Before?.GetValue<string>(), change.After?.GetValue<string>() }.OfType<string>()
        select grains.GetGrain<ICardGrain>(card).Forget();
}
