using Sems.GrainInterfaces;
using Sems.Storage;
using Sems.Storage.Ledger;

namespace Sems.Gateway.Student.Reading;

/// <summary>Puts a student's first page together.</summary>
internal sealed class HomeReader(IDatabaseReader database, IGrainFactory grains, LiveSessionReader sessions, ChargeReader charges, TimeProvider time)
{
    /// <summary>All of it.</summary>
    public async Task<HomeView> ReadAsync(string student, CancellationToken cancel) => await ReadAsync(student, await SettledAsync(student, cancel), cancel);

    /// <summary>The page with what changes from one moment to the next read anew.</summary>
    /// <param name="student">Whose.</param>
    /// <param name="settled">What does not.</param>
    /// <param name="cancel">To give up.</param>
    public async Task<HomeView> ReadAsync(string student, SettledHome settled, CancellationToken cancel) => new(
        time.GetUtcNow(), await sessions.AllAsync(student, cancel), settled.Last, settled.Month, settled.Unpaid, settled.Obstacles);

    /// <summary>What changes when a charge begins or ends, or somebody does something, and seldom else.</summary>
    public async Task<SettledHome> SettledAsync(string student, CancellationToken cancel)
    {
        var today = ChinaDay.Date(ChinaDay.Of(time.GetUtcNow()));
        var last = await database.Ledger.ChargesAsync(
            new ChargeFilter(StudentNumber: student, Statuses: [ChargeStatus.Ended], Sort: ChargeSort.EndedAt), 1, 1, cancel);
        var month = await MonthReader.SumsAsync(database.Reports, student, new DateOnly(today.Year, today.Month, 1), 1, cancel);
        var unpaid = (await database.Ledger.AccountAsync(student, cancel)).Unpaid;
        var standing = await grains.GetGrain<IStudentGrain>(student).Standing().WaitAsync(cancel);
        return new SettledHome(
            (await charges.OfAsync(student, last.Items, cancel)).FirstOrDefault(), new MonthSumView(month[0].Month, month[0].Charges, month[0].EnergyKwh, month[0].Fen),
            new OwedView(unpaid.Fen, unpaid.Count), [.. standing.Obstacles.Select(StudentWords.Obstacle)]);
    }
}

/// <summary>What of the first page does not change from one moment to the next.</summary>
internal sealed record SettledHome(StudentChargeView? Last, MonthSumView Month, OwedView Unpaid, IReadOnlyList<ObstacleView> Obstacles);
