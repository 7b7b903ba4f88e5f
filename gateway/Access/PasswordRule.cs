namespace Sems.Gateway.Access;

/// <summary>Which passwords may be chosen.</summary>
internal static class PasswordRule
{
    private const int Shortest = 10;
    private const int Longest = 128;

    /// <summary>Those that are tried first everywhere, as far as they are long enough; letters large or small.</summary>
    private static readonly HashSet<string> Usual = new(StringComparer.OrdinalIgnoreCase)
    {
        "1234567890", "0123456789", "12345678910", "123456789a", "1234567890a", "a123456789", "1q2w3e4r5t", "q1w2e3r4t5", "1qaz2wsx3edc", "qwertyuiop", "qwerty123456",
        "asdfghjkl;", "password12", "password123", "password1234", "passw0rd123", "administrator", "admin12345", "admin123456", "admin@123456", "adminadmin",
        "letmein123", "welcome123", "changeme123", "iloveyou123", "woaini1314", "woaini520520", "5201314520", "woaini1314520", "9876543210", "0987654321",
        "1111111111", "0000000000", "8888888888", "6666666666", "1122334455", "1212121212", "1231231231", "11223344556", "abcd123456", "abc1234567", "qq123456789",
        "zxcvbnm123", "aa123456789", "a1234567890", "semssemssems", "charging123", "sems123456", "sems@12345",
    };

    /// <summary>What is wrong with a password, or null.</summary>
    public static string? Fault(string? password, string userName)
    {
        if (password is null || password.Length is < Shortest or > Longest) return $"密码长度必须为 {Shortest} 到 {Longest} 个字符";
        if (string.Equals(password, userName, StringComparison.OrdinalIgnoreCase)) return "密码不能与用户名相同";
        if (Usual.Contains(password) || password.Distinct().Count() < 4) return "密码过于常见，请换一个";
        return password.Any(char.IsControl) ? "密码不能含有控制字符" : null;
    }
}
