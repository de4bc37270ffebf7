using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vafa.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class GroupMoves : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "ix_member_group_code", table: "member_group");

            migrationBuilder.CreateTable(
                name: "member_group_move",
                columns: table => new
                {
                    member_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    joined = table.Column<bool>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    rule_version = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_member_group_move", x => new { x.member_id, x.id });
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_member_group_code_member_id",
                table: "member_group",
                columns: new[] { "code", "member_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_member_group_move_code_at_id_joined",
                table: "member_group_move",
                columns: new[] { "code", "at", "id", "joined" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "member_group_move");

            migrationBuilder.DropIndex(name: "ix_member_group_code_member_id", table: "member_group");

            migrationBuilder.CreateIndex(name: "ix_member_group_code", table: "member_group", column: "code");
        }
    }
}
