using Sems.Tests.Support;

namespace Sems.Crash.Tests;

/// <summary>A call a meter makes, and what it changes once it is answered 1.</summary>
internal sealed record PlannedCall(string What, Func<SemsClient, Task<Reply>> SendAsync, Func<MeterState, MeterState> Effect, bool ByOperator = false)
{
    /// <summary>Sends it.</summary>
    /// <returns>Whether it was done; false when the server is down, stopping or dying.</returns>
    /// <exception cref="InvalidOperationException">It was refused: it never may be.</exception>
    public async Task<bool> TryAsync(SemsClient client)
    {
        Reply reply;
        try
        {
            reply = await SendAsync(client);
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException)
        {
            return false;
        }
        if ((int)reply.Status == 503) return false;
        if ((int)reply.Status == 200 && (ByOperator || reply.Text == """{"result":1}""")) return true;
        throw new InvalidOperationException($"{What} was answered {(int)reply.Status} {reply.Text}");
    }
}
