-- Charges whose curve is to be packed into fewer chunks: entered in the transaction that ends them or has sealed enough, removed in
-- the one that packs them. What ended before this script is packed too.
CREATE TABLE curve_backlog (
    charge_id INTEGER PRIMARY KEY
);
INSERT INTO curve_backlog SELECT charge_id FROM charges WHERE status = 4;
