using Sems.Tests.Support;

namespace Sems.Gateway.Tests;

/// <summary>What the operator API's replies must be.</summary>
internal static class Replies
{
    /// <summary>A refusal with this status and words.</summary>
    public static void MustSay(this Reply reply, int status, string words)
    {
        Assert.Equal(status, (int)reply.Status);
        Assert.Equal(words, reply.Json.GetProperty("message").GetString());
    }

    /// <summary>A refusal with this status and some words.</summary>
    public static void MustExplain(this Reply reply, int status)
    {
        Assert.Equal(status, (int)reply.Status);
        Assert.False(string.IsNullOrWhiteSpace(reply.Json.GetProperty("message").GetString()));
    }

    /// <summary>The pending command of a meter as "level by whom", or null.</summary>
    public static async Task<string?> PendingAsync(this SemsClient client, string group, string ammeter)
    {
        var pending = (await client.AdminAsync($"/api/admin/ammeters/{group}/{ammeter}")).Json.GetProperty("pending");
        return pending.ValueKind == System.Text.Json.JsonValueKind.Null
            ? null
            : $"{pending.GetProperty("control").GetString()} by {pending.GetProperty("by").GetString()}";
    }
}
