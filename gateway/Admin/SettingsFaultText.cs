using System.Globalization;
using Sems.GrainInterfaces;

namespace Sems.Gateway.Admin;

/// <summary>Faults of settings in words for administrators.</summary>
internal static class SettingsFaultText
{
    public static SettingsProblem Problem(IReadOnlyList<SettingsFault> faults)
    {
        var views = faults.Select(f => new SettingsFaultView(f.Field, f.Value, Allowed(f))).ToList();
        return new SettingsProblem("设置无效：" + string.Join("；", views.Select(v => $"{(v.Field.Length == 0 ? "内容" : v.Field)} 是 {v.Value}，{v.Allowed}")), views);
    }

    private static string Allowed(SettingsFault fault)
    {
        var range = string.Create(CultureInfo.InvariantCulture, $"{fault.Least} 到 {fault.Most}");
        return fault.Kind switch
        {
            SettingsFaultKind.NotJson => "应为 JSON 对象，名称不能重复",
            SettingsFaultKind.Unknown => "没有这项设置",
            SettingsFaultKind.NotAnObject => "应为对象",
            SettingsFaultKind.WholeNumber => $"应为 {range} 的整数",
            SettingsFaultKind.WholeNumberOrNone => $"应为 {range} 的整数，或 \"none\"",
            SettingsFaultKind.Number => $"应为 {range} 的数",
            SettingsFaultKind.Action => "应为 notice、alarm 或 lock",
            SettingsFaultKind.Bands => string.Create(CultureInfo.InvariantCulture, $"应为最多 {fault.Most} 个时段的列表"),
            SettingsFaultKind.TimeOfDay => "应为 HH:mm 的时间（结束可为 24:00）",
            SettingsFaultKind.EmptyBand => "应与开始时间不同",
            SettingsFaultKind.CampusOnly => "只能为全校设置，不能为充电站设置",
            SettingsFaultKind.LockNeedsTwo => "动作为 lock 时至少为 2",
            SettingsFaultKind.NotBelow => string.Create(CultureInfo.InvariantCulture, $"应小于 {fault.Other}（{fault.Most}）"),
            SettingsFaultKind.Span => string.Create(CultureInfo.InvariantCulture, $"应晚于开始时间，最多 {fault.Most} 小时"),
            SettingsFaultKind.Text => string.Create(CultureInfo.InvariantCulture, $"应为最多 {fault.Most} 个字的文字，不能换行，不能含 < 和 >"),
            SettingsFaultKind.Letters => string.Create(CultureInfo.InvariantCulture, $"应为最多 {fault.Most} 个小写字母或数字"),
            SettingsFaultKind.Word => $"应为 {fault.Other?.Replace(", ", "、", StringComparison.Ordinal)} 之一",
            SettingsFaultKind.TileUrl => string.Create(
                CultureInfo.InvariantCulture, $"应为空，或以 http:// 或 https:// 开头、含 {{z}}、{{x}}、{{y}}（或 {{-y}}）的地址，最多 {fault.Most} 个字符"),
            SettingsFaultKind.NumberOrNone => $"应为 {range} 的数，或 \"none\"",
            SettingsFaultKind.Needed => $"应当填写，因为已设置 {fault.Other}",
            _ => throw new ArgumentOutOfRangeException(nameof(fault), fault.Kind, "It has no words"),
        };
    }
}
