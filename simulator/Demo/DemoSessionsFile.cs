using Sems.Simulator.Campus;
using Sems.Simulator.Metrics;
using Sems.Simulator.Wire;

namespace Sems.Simulator.Demo;

/// <summary>
/// <c>demo-sessions.csv</c> in a demo's data directory: the sessions that were open when the last run stopped. Their bikes are fetched at
/// the beginning of the next one.
/// </summary>
public sealed class DemoSessionsFile(string path)
{
    /// <summary>Writes the open sessions.</summary>
    public void Write(IEnumerable<(string Group, string Ammeter, string Card)> open)
    {
        using (var writer = new StreamWriter(path + ".new"))
            foreach (var (group, ammeter, card) in open)
                CsvText.WriteRow(writer, [group, ammeter, card]);
        File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>Ends what the last run left open.</summary>
    /// <returns>How many sessions were ended.</returns>
    public async Task<int> EndLeftOverAsync(HttpMessageInvoker http, Uri server, TimeProvider time, CancellationToken cancellation)
    {
        if (!File.Exists(path)) return 0;
        List<List<string>> rows;
        using (var reader = new StreamReader(path)) rows = [.. CsvText.ReadRows(reader).Select(r => r.Fields).Where(f => f.Count == 3)];
        var client = new StationClient(http, server, new SimulatorStats(), time);
        var gone = ReplyExpectation.DoneOr(Refusals.NoSession, Refusals.WrongCard, Refusals.UnknownAmmeter, Refusals.UnknownCard);
        var ended = 0;
        foreach (var row in rows)
        {
            var answer = await client.SendAsync(ServiceRequests.End(row[2], row[0], row[1]), gone, cancellation).ConfigureAwait(false);
            if (answer.IsDone) ended++;
        }

        File.Delete(path);
        return ended;
    }
}
