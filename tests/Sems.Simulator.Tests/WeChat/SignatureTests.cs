using System.Text;
using Sems.Simulator.WeChat.Callback;

namespace Sems.Simulator.Tests.WeChat;

/// <summary>Signatures and encryption against what WeChat has published.</summary>
public sealed class SignatureTests
{
    /// <summary>The example of WeChat's own library (WXBizMsgCryptTest).</summary>
    private static readonly MessageCipher Published = new("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG", "wxb11529c136998cb6");

    private const string Encrypted = "jn1L23DB+6ELqJ+6bruv21Y6MD7KeIfP82D6gU39rmkgczbWwt5+3bnyg5K55bgVtVzd832WzZGMhkP72vVOfg==";

    [Fact]
    public void The_published_message_encrypts_and_decrypts()
    {
        Assert.Equal(Encrypted, Published.Encrypt("我是中文abcd123", Encoding.ASCII.GetBytes("aaaabbbbccccdddd")));
        Assert.Equal("我是中文abcd123", Published.Decrypt(Encrypted));
    }

    [Theory]
    [InlineData("http://mp.weixin.qq.com", "f4d90daf4b3bca3078ab155816175ba34c443a7b")]
    [InlineData("http://mp.weixin.qq.com?params=value", "0f9de62fce790f9a083d5c99e95740ceb90c27ed")]
    public void The_published_pages_are_signed(string url, string signature) => Assert.Equal(
        signature,
        CallbackSignature.OfPage("sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg", "Wm3WZYTPz0wzccnW", "1414587457", url));

    [Fact]
    public void Every_length_comes_back()
    {
        for (var length = 0; length < 70; length++)
        {
            var text = new string('字', length) + length;
            Assert.Equal(text, Published.Decrypt(Published.Encrypt(text)));
        }
    }

    [Fact]
    public void Another_accounts_message_and_a_changed_one_are_refused()
    {
        var other = new MessageCipher("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG", "wx0");
        Assert.Throws<FormatException>(() => Published.Decrypt(other.Encrypt("x")));
        Assert.Throws<FormatException>(() => Published.Decrypt(Encrypted[..^24]));
        Assert.Throws<FormatException>(() => Published.Decrypt("AAAA"));
        Assert.Throws<FormatException>(() => new MessageCipher("short", "wx0"));
    }

    [Fact]
    public async Task The_script_is_told_whether_a_page_is_signed()
    {
        await using var wechat = await Wechat.StartAsync();
        var ticket = (string)(await wechat.GetAsync("cgi-bin/ticket/getticket?type=jsapi&access_token=" + await wechat.TokenAsync()))["ticket"]!;
        var signature = CallbackSignature.OfPage(ticket, "n", "1", "http://127.0.0.1/wechat/");
        var path = $"open/js/stand-in/config?callback=f&app_id={wechat.Account.AppId}&nonce=n&timestamp=1&signature={signature}&url=";
        Assert.Equal("""f({"errMsg":"config:ok"});""", await wechat.Http.GetStringAsync(path + "http%3A%2F%2F127.0.0.1%2Fwechat%2F%23part"));
        Assert.Equal("""f({"errMsg":"config:fail, invalid signature"});""", await wechat.Http.GetStringAsync(path + "http%3A%2F%2F127.0.0.1%2Fother"));
    }
}
