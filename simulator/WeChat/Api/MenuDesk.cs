using System.Text;
using System.Text.Json;

namespace Sems.Simulator.WeChat.Api;

/// <summary>The account's menu. Safe for concurrent use.</summary>
public sealed class MenuDesk
{
    private const int MostButtons = 3;
    private const int MostSubButtons = 5;
    private const int LongestName = 16;
    private const int LongestSubName = 60;
    private const int LongestKey = 128;
    private const int LongestUrl = 1024;

    private JsonElement? _menu;

    /// <summary>The menu as it was sent; null where there is none.</summary>
    public JsonElement? Menu
    {
        get
        {
            lock (Gate) return _menu;
        }
    }

    private Lock Gate { get; } = new();

    /// <summary>Puts a menu in place of the one before.</summary>
    /// <returns>0, or WeChat's number of what is wrong with it.</returns>
    public int Create(JsonElement menu)
    {
        if (!menu.TryGetProperty("button", out var buttons) || buttons.ValueKind != JsonValueKind.Array) return 40016;
        if (buttons.GetArrayLength() is < 1 or > MostButtons) return 40016;
        foreach (var button in buttons.EnumerateArray())
        {
            var subs = button.ValueKind == JsonValueKind.Object && button.TryGetProperty("sub_button", out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : new List<JsonElement>();
            if (subs.Count > MostSubButtons) return 40023;
            if (Fault(button, LongestName, isLeaf: subs.Count == 0) is { } fault) return fault;
            foreach (var sub in subs)
                if (Fault(sub, LongestSubName, isLeaf: true) is { } subFault)
                    return subFault;
        }

        lock (Gate) _menu = menu.Clone();
        return 0;
    }

    /// <summary>There is no menu any more.</summary>
    public void Reset()
    {
        lock (Gate) _menu = null;
    }

    private static int? Fault(JsonElement button, int longestName, bool isLeaf)
    {
        if (button.ValueKind != JsonValueKind.Object) return 40016;
        if (Size(button.Text("name")) is var name && (name == 0 || name > longestName)) return 40018;
        if (!isLeaf) return null;
        return button.Text("type") switch
        {
            "click" => Size(button.Text("key")) is 0 or > LongestKey ? 40019 : null,
            "view" => Size(button.Text("url")) is 0 or > LongestUrl ? 40020 : null,
            "scancode_push" or "scancode_waitmsg" or "location_select" => Size(button.Text("key")) is 0 or > LongestKey ? 40019 : null,
            _ => 40017,
        };
    }

    private static int Size(string? text) => text is null ? 0 : Encoding.UTF8.GetByteCount(text);
}
