using System.Text;
using Sems.Gateway.WeChat;

namespace Sems.Gateway.Tests.WeChat;

/// <summary>WeChat's published algorithms, by examples that are public.</summary>
public sealed class VectorTests
{
    private const string Key = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

    /// <summary>Of the tests of wechatpy (tests/test_utils.py, check_signature).</summary>
    [Theory]
    [InlineData("test", "1410685589", "test", "f21891de399b4e33a1a93c9a7b8a8fffb5a443ff")]
    public void Signature_of_a_callback(string token, string timestamp, string nonce, string signature) =>
        Assert.Equal(signature, Signatures.OfCallback(token, timestamp, nonce));

    /// <summary>The example at the end of WeChat's page of the JS-SDK (附录1: JS-SDK 使用权限签名算法).</summary>
    [Fact]
    public void Signature_of_a_page() => Assert.Equal("0f9de62fce790f9a083d5c99e95740ceb90c27ed", Signatures.OfPage(
        "sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg", "Wm3WZYTPz0wzccnW", 1414587457, "http://mp.weixin.qq.com?params=value"));

    /// <summary>Of WXBizMsgCryptTest, which came with WeChat's own samples of 2014.</summary>
    [Theory]
    [InlineData("我是中文abcd123", "jn1L23DB+6ELqJ+6bruv21Y6MD7KeIfP82D6gU39rmkgczbWwt5+3bnyg5K55bgVtVzd832WzZGMhkP72vVOfg==")]
    [InlineData(
        "<xml><ToUserName><![CDATA[oia2Tj我是中文jewbmiOUlr6X-1crbLOvLw]]></ToUserName><FromUserName><![CDATA[gh_7f083739789a]]></FromUserName><CreateTime>1407743423</CreateTime>" +
        "<MsgType><![CDATA[video]]></MsgType><Video><MediaId><![CDATA[eYJ1MbwPRJtOvIEabaxHs7TX2D-HV71s79GUxqdUkjm6Gs2Ed1KF3ulAOA9H1xG0]]></MediaId>" +
        "<Title><![CDATA[testCallBackReplyVideo]]></Title><Description><![CDATA[testCallBackReplyVideo]]></Description></Video></xml>",
        "jn1L23DB+6ELqJ+6bruv23M2GmYfkv0xBh2h+XTBOKVKcgDFHle6gqcZ1cZrk3e1qjPQ1F4RsLWzQRG9udbKWesxlkupqcEcW7ZQweImX9+wLMa0GaUzpkycA8+IamDBxn5loLgZpnS7fVAbExOkK5DYHBmv5tptA9tklE/fTIILHR8HLXa5nQvFb3tYPKAlHF3rtTeayNf0QuM+UW/wM9enGIDIJHF7CLHiDNAYxr+r+OrJCmPQyTy8cVWlu9iSvOHPT/77bZqJucQHQ04sq7KZI27OcqpQNSto2OdHCoTccjggX5Z9Mma0nMJBU+jLKJ38YB1fBIz+vBzsYjrTmFQ44YfeEuZ+xRTQwr92vhA9OxchWVINGC50qE/6lmkwWTwGX9wtQpsJKhP+oS7rvTY8+VdzETdfakjkwQ5/Xka042OlUb1/slTwo4RscuQ+RdxSGvDahxAJ6+EAjLt9d8igHngxIbf6YyqqROxuxqIeIch3CssH/LqRs+iAcILvApYZckqmA7FNERspKA5f8GoJ9sv8xmGvZ9Yrf57cExWtnX8aCMMaBropU/1k+hKP5LVdzbWCG0hGwx/dQudYR/eXp3P0XxjlFiy+9DMlaFExWUZQDajPkdPrEeOwofJb")]
    public void Encryption(string message, string encrypted)
    {
        using var cipher = new CallbackCipher(Key, "wxb11529c136998cb6");
        Assert.Equal(encrypted, cipher.Encrypt(message, Encoding.ASCII.GetBytes("aaaabbbbccccdddd")));
        Assert.Equal(message, cipher.Decrypt(encrypted));
    }

    /// <summary>Of Sample.py, which came with WeChat's own samples of 2014: a message as WeChat sent it.</summary>
    [Fact]
    public void A_message_of_WeChats()
    {
        const string encrypted =
            "hyzAe4OzmOMbd6TvGdIOO6uBmdJoD0Fk53REIHvxYtJlE2B655HuD0m8KUePWB3+LrPXo87wzQ1QLvbeUgmBM4x6F8PGHQHFVAFmOD2LdJF9FrXpbUAh0B5GIItb52sn896wVsMSHGuPE328HnRGBcrS7C41IzDWyWNlZkyyXwon8T332jisa+h6tEDYsVticbSnyU8dKOIbgU6ux5VTjg3yt+WGzjlpKn6NPhRjpA912xMezR4kw6KWwMrCVKSVCZciVGCgavjIQ6X8tCOp3yZbGpy0VxpAe+77TszTfRd5RJSVO/HTnifJpXgCSUdUue1v6h0EIBYYI1BD1DlD+C0CR8e6OewpusjZ4uBl9FyJvnhvQl+q5rv1ixrcpCumEPo5MJSgM9ehVsNPfUM669WuMyVWQLCzpu9GhglF2PE=";
        Assert.Equal("5d197aaffba7e9b25a30732f161a50dee96bd5fa", Signatures.OfCallback("spamtest", "1409735669", "1320562132", encrypted));
        using var cipher = new CallbackCipher(Key, "wx2c2769f8efd9abc2");
        var message = CallbackMessage.Read(cipher.Decrypt(encrypted)!)!;
        Assert.Equal(
            ("text", "oyORnuP8q7ou2gfYjqLzSIWZf0rs", "gh_10f6c3c3ac5a", 1409735668L, "abcdteT", "oyORnuP8q7ou2gfYjqLzSIWZf0rs 6054768590064713728"),
            (message.Type, message.From, message.To, message.CreateTime, message["Content"], message.Identity));
        using var other = new CallbackCipher(Key, "wx2c2769f8efd9abc3");
        Assert.Null(other.Decrypt(encrypted));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hyzAe4OzmOMbd6TvGdIOO")]
    [InlineData("hyzAe4OzmOMbd6TvGdIOOw==")]
    [InlineData("not base64 at all!")]
    public void What_is_no_cipher_text_is_no_message(string encrypted)
    {
        using var cipher = new CallbackCipher(Key, "wx2c2769f8efd9abc2");
        Assert.Null(cipher.Decrypt(encrypted));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<xml>")]
    [InlineData("<html></html>")]
    [InlineData("<xml><A>1</A><A>2</A></xml>")]
    [InlineData("<!DOCTYPE xml [<!ENTITY a \"b\">]><xml><A>&a;</A></xml>")]
    [InlineData("<!DOCTYPE xml SYSTEM \"file:///etc/passwd\"><xml><A>1</A></xml>")]
    [InlineData("<xml><A>&undeclared;</A></xml>")]
    public void What_is_no_message_is_none(string xml) => Assert.Null(CallbackMessage.Read(xml));

    [Fact]
    public void A_message_s_fields_are_those_right_under_it()
    {
        var message = CallbackMessage.Read("<xml> <A><![CDATA[1]]></A><B><A>2</A>x</B><C/><D>3&amp;4</D>\n<E></E></xml>")!;
        Assert.Equal(("1", "x", "", "3&4", "", null), (message["A"], message["B"], message["C"], message["D"], message["E"], message["F"]));
    }
}
