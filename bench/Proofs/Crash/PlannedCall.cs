namespace Sems.Bench.Proofs.Crash;

/// <summary>A call a meter or an operator makes, and what it changes once it is answered.</summary>
/// <param name="What">Its name.</param>
/// <param name="SendAsync">Makes it.</param>
/// <param name="Effect">What it changes.</param>
/// <param name="ByOperator">Whether any 200 means that it was done.</param>
internal sealed record PlannedCall(string What, Func<CampusClient, Task<Answer>> SendAsync, Func<MeterState, MeterState> Effect, bool ByOperator = false)
{
    /// <summary>Makes it.</summary>
    /// <returns>Whether it was done; false when the server is down, stopping, dying or without its storage.</returns>
    /// <exception cref="ProofException">It was refused: it never may be.</exception>
    public async Task<bool> TryAsync(CampusClient client)
    {
        Answer answer;
        try
        {
            answer = await SendAsync(client);
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException)
        {
            return false;
        }
        if (answer.Status == 503) return false;
        if (answer.IsDone || (answer.Status == 200 && ByOperator)) return true;
        throw new ProofException($"{What} was answered {answer.Status} {answer.Text}");
    }
}
