namespace Sems.Gateway.Access;

/// <summary>Which user names there may be.</summary>
internal static class AccountName
{
    private const int Longest = 64;

    /// <summary>What is wrong with one, or null.</summary>
    public static string? Fault(string? name, int longest = Longest) =>
        name is { Length: >= 1 } && name.Length <= longest && char.IsLetterOrDigit(name[0]) && name.All(c => char.IsLetterOrDigit(c) || c is '.' or '_' or '-' or '@')
            ? null
            : $"用户名必须是 1 到 {longest} 个字母、数字、点、下划线、减号或 @，以字母或数字开头";
}
